import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ActTaken } from '../../contract/act-contract.ts';
import { instantOf } from '../../model/read-time.ts';
import { readerOf } from '../accounts/reader.ts';
import { idempotencyKey } from '../acts/idempotency-key.ts';
import type { ReadAct } from '../acts/step-act.ts';
import { takeAct } from '../acts/take-act.ts';
import type { WantedAct } from '../acts/wanted-act.ts';
import type { ApiContext } from '../api-context.ts';
import { problemCatalogue } from '../problems/problem-catalogue.ts';
import { sendProblem } from '../problems/send-problem.ts';

/** Answers a request that wants an act done: with the receipt, or with why not. */
export async function answerAct(
  context: ApiContext,
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  wanted: Pick<WantedAct, 'incident' | 'access' | 'content' | 'hold'> & {
    readonly read: ReadAct;
    readonly happened?: string | undefined;
  },
): Promise<ActTaken | FastifyReply> {
  const { read, happened, ...rest } = wanted;
  const key = idempotencyKey(request);
  if (key === undefined) return sendProblem(request, reply, problemCatalogue.keyMissing);
  if ('problem' in read) return sendProblem(request, reply, read.problem);
  const acting = await takeAct(context, readerOf(request), {
    ...rest,
    key,
    act: read.act,
    ...(happened !== undefined && { happened: instantOf(happened) }),
  });
  return acting.taken ? acting.answer : sendProblem(request, reply, acting.problem);
}
