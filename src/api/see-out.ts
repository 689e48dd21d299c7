import type { ApiApp } from './api-app.ts';
import { problemCatalogue } from './problems/problem-catalogue.ts';
import { sendProblem } from './problems/send-problem.ts';

/** The time that a closing server waits for what is under way. */
export const seenOutWithinMilliseconds = 20_000;

/**
 * Lets a closing server see out what is under way. It goes on listening meanwhile, and answers each new request with a
 * problem that says when to come again: else it would meet a broken connection. Has to be added before the routes.
 */
export function seeOut(app: ApiApp): void {
  const underWay = new Set<object>();
  let isClosing = false;
  let over: () => void = () => {};
  app.addHook('onRequest', async (request, reply) => {
    if (isClosing) {
      void reply.header('connection', 'close');
      return sendProblem(request, reply, problemCatalogue.closing);
    }
    // A stream of events is ended, not waited for.
    if (request.routeOptions.url === '/api/events') return undefined;
    const { raw } = reply;
    underWay.add(raw);
    // Also where the other side is gone before its answer.
    raw.once('close', () => {
      underWay.delete(raw);
      if (underWay.size === 0) over();
    });
    return undefined;
  });
  app.addHook('preClose', async () => {
    isClosing = true;
    if (underWay.size === 0) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, seenOutWithinMilliseconds);
      over = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  });
}
