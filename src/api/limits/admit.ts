import { readerOf } from '../accounts/reader.ts';
import type { ApiApp } from '../api-app.ts';
import type { ApiContext } from '../api-context.ts';
import { problemCatalogue } from '../problems/problem-catalogue.ts';
import { sendProblem } from '../problems/send-problem.ts';

// A file is written as it comes, and costs the others little; the rest only reads.
const light = new Set(['/api/incidents/:id/files', '/api/notices/seen']);

const problems = {
  'too-many-at-once': problemCatalogue.tooManyAtOnce,
  busy: problemCatalogue.busy,
} as const;

/** Lets what asks much of the database and the engine wait for its turn; has to come behind the sign-in. */
export function admit(app: ApiApp, { admission, metrics }: ApiContext): void {
  const isWork = (method: string, url: string | undefined) =>
    method === 'POST' && url !== undefined && !light.has(url);

  // Before the body is read.
  app.addHook('onRequest', async (request, reply) => {
    if (!isWork(request.method, request.routeOptions.url)) return undefined;
    const why = admission.fullFor(readerOf(request).actor.person);
    if (!why) return undefined;
    metrics.count('jiechu_shed_total', { why });
    return sendProblem(request, reply, problems[why]);
  });

  // When it is read and in order: who sends slowly keeps nobody waiting.
  app.addHook('preHandler', async (request, reply) => {
    if (!isWork(request.method, request.routeOptions.url)) return undefined;
    const entering = await admission.enter(readerOf(request).actor.person);
    metrics.gauge('jiechu_waiting_requests', admission.waiting);
    if (!entering.entered) {
      metrics.count('jiechu_shed_total', { why: entering.why });
      return sendProblem(request, reply, problems[entering.why]);
    }
    // Also where the other side has gone in the meantime.
    if (reply.raw.destroyed) entering.leave();
    else reply.raw.once('close', entering.leave);
    return undefined;
  });
}
