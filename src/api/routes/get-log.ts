import { Type } from 'typebox';
import { apiLogFormat, ApiLogPage } from '../../contract/api-log-contract.ts';
import { apiLogStatement } from '../../contract/api-log-statement.ts';
import { partSum } from '../../store/part-sum.ts';
import { recordRefusal } from '../access/record-refusal.ts';
import { readerOf } from '../accounts/reader.ts';
import type { ApiApp } from '../api-app.ts';
import type { ApiContext } from '../api-context.ts';
import { problemCatalogue } from '../problems/problem-catalogue.ts';
import { sendProblem } from '../problems/send-problem.ts';
import { moment } from '../views/moment.ts';
import { withProblems } from './with-problems.ts';

const Page = Type.Object({
  from: Type.Optional(
    Type.String({
      maxLength: 9,
      pattern: '^[1-9][0-9]{0,8}$',
      description: 'The number of the first entry; 1 when absent.',
    }),
  ),
  limit: Type.Optional(
    Type.String({
      maxLength: 6,
      pattern: '^[1-9][0-9]{0,5}$',
      description: 'At most 10,000; 1,000 when absent.',
    }),
  ),
});

const limitMax = 10_000;

/** `GET /api/log`: who was refused, signed in or read what is protected, for who may read that. To read it is in it too. */
export function getLog(app: ApiApp, context: ApiContext): void {
  const schema = {
    querystring: Page,
    response: withProblems({ 200: ApiLogPage }),
    tags: ['operation'],
  };
  app.get('/api/log', { schema }, async (request, reply) => {
    const { actor } = readerOf(request);
    const { person } = actor;
    const { tree } = await context.directory.names();
    if (!context.authorizer.system(actor, 'readLog', tree).allowed) {
      const { code } = problemCatalogue.forbidden;
      await recordRefusal(context, { person, action: 'readLog', code });
      return sendProblem(request, reply, problemCatalogue.forbidden);
    }
    const from = Number(request.query.from ?? 1);
    const limit = Math.min(Number(request.query.limit ?? 1000), limitMax);
    await context.store.apiLog.append('read-log', { person, from }, context.clock.now());
    return pageOf(context, person, { from, limit });
  });
}

async function pageOf(
  { anchors, clock, signer, store }: ApiContext,
  person: string,
  { from, limit }: { readonly from: number; readonly limit: number },
): Promise<ApiLogPage> {
  // Before the log is read, which then has at least what was anchored.
  const anchored = await anchors?.ofApiLog();
  const entries = [...(await store.apiLog.read({ from, limit }))];
  const head = await store.apiLog.head();
  const last = entries.at(-1)?.seq ?? head.seq;
  const unsigned = {
    format: apiLogFormat,
    exported: moment(clock.now()),
    exportedBy: person,
    from,
    head: { seq: head.seq, hash: head.hash },
    ...(anchored && { anchored }),
    sum: partSum(entries),
    ...(last < head.seq && { next: last + 1 }),
    keyId: signer.keyId,
  } as const;
  return { ...unsigned, entries, signature: signer.sign(apiLogStatement(unsigned)) };
}
