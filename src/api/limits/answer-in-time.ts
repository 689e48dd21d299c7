import type { ApiApp } from '../api-app.ts';
import { problemCatalogue } from '../problems/problem-catalogue.ts';
import { sendProblem } from '../problems/send-problem.ts';

// Longer than a turn is waited for and the engine after it, which have answers of their own.
const answeredWithinMilliseconds = 30_000;

// The routes that last: a stream of events, files, and a question that goes to every open incident.
const lasting = new Set([
  '/api/events',
  '/api/engine',
  '/api/incidents/:id/files',
  '/api/incidents/:id/files/:sha256',
]);

/**
 * Answers whatever has no answer in time with a problem that says when to come again: a database that stands still
 * neither answers nor breaks the connection, and who asks would wait as long. Has to be added before the sign-in.
 */
export function answerInTime(app: ApiApp): void {
  app.addHook('onRequest', async (request, reply) => {
    if (lasting.has(request.routeOptions.url ?? '')) return;
    const timer = setTimeout(() => {
      if (!reply.sent) void sendProblem(request, reply, problemCatalogue.answerLate);
    }, answeredWithinMilliseconds);
    timer.unref();
    reply.raw.once('close', () => clearTimeout(timer));
  });
}
