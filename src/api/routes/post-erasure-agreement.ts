import { Type } from 'typebox';
import { ErasureView } from '../../contract/erasure-contract.ts';
import { Name } from '../../contract/text-contract.ts';
import type { ErasureRecord } from '../../store/ports/erasures.ts';
import { isRecent } from '../accounts/confirm-sign-in.ts';
import { readerOf, type Reader } from '../accounts/reader.ts';
import type { ApiApp } from '../api-app.ts';
import type { ApiContext } from '../api-context.ts';
import { findTargets } from '../erasure/find-targets.ts';
import { erasureProblem } from '../erasure/may-erase.ts';
import { performErasure } from '../erasure/perform-erasure.ts';
import type { ApiProblem } from '../problems/api-problem.ts';
import { problemCatalogue } from '../problems/problem-catalogue.ts';
import { sendProblem } from '../problems/send-problem.ts';
import { erasureView } from '../views/erasure-view.ts';
import { withProblems } from './with-problems.ts';

/**
 * `POST /api/erasures/:id/agreement`: the second person agrees. When it is answered nobody reads the values any more; that the
 * server has deleted the histories is told by `doneAt`, later.
 */
export function postErasureAgreement(app: ApiApp, context: ApiContext): void {
  const schema = {
    params: Type.Object({ id: Name(64) }),
    response: withProblems({ 200: ErasureView }),
    tags: ['erasures'],
  };
  app.post('/api/erasures/:id/agreement', { schema }, async (request, reply) => {
    const reader = readerOf(request);
    const { directory, store } = context;
    const { id } = request.params;
    const asked = await store.erasures.get(id);
    const problem = await whyNot(context, reader, asked);
    if (!asked || problem) {
      return sendProblem(request, reply, problem ?? problemCatalogue.erasureUnknown);
    }
    if (asked.agreedAt === undefined) await agree(context, reader, asked);
    const agreed = (await store.erasures.get(id)) ?? asked;
    try {
      if (agreed.doneAt === undefined) await performErasure(context, agreed);
    } catch (error) {
      // Nobody reads the values any more; what is left goes on by itself, or when this is sent again.
      request.log.error(error);
      return sendProblem(request, reply, problemCatalogue.engineAway);
    }
    const done = (await store.erasures.get(id)) ?? agreed;
    return erasureView(await directory.names(), done, await store.backups.all());
  });
}

async function whyNot(
  context: ApiContext,
  reader: Reader,
  asked: ErasureRecord | undefined,
): Promise<ApiProblem | undefined> {
  if (!asked) return problemCatalogue.erasureUnknown;
  const { actor } = reader;
  const problem = await erasureProblem(context, actor, asked.scope);
  if (problem) return problem;
  if (asked.askedBy === actor.person) return problemCatalogue.erasureOwn;
  return isRecent(context, reader) ? undefined : problemCatalogue.signInNotRecent;
}

async function agree(
  { clock, gateway, store }: ApiContext,
  { actor: { person } }: Reader,
  { id, scope }: ErasureRecord,
): Promise<void> {
  const targets = await findTargets({ gateway, store }, scope);
  const agreement = { by: person, at: clock.now(), targets };
  if (!(await store.erasures.agree(id, agreement))) return;
  await store.apiLog.append('erasure-agreed', { person, erasure: id }, clock.now());
}
