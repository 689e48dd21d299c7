import type { FastifyRequest } from 'fastify';
import { credentialOf, findReader } from '../accounts/find-reader.ts';
import type { ApiApp } from '../api-app.ts';
import type { ApiContext } from '../api-context.ts';
import { problemCatalogue } from '../problems/problem-catalogue.ts';
import { sendProblem } from '../problems/send-problem.ts';

/** `GET /metrics`: counters for Prometheus, to this machine, or to who the policies let read them. */
export function getMetrics(app: ApiApp, context: ApiContext): void {
  app.get('/metrics', { schema: { tags: ['operation'] } }, async (request, reply) => {
    if (!isFromHere(request) && !(await mayRead(context, request))) {
      return sendProblem(request, reply, problemCatalogue.forbidden);
    }
    return reply.type('text/plain; version=0.0.4; charset=utf-8').send(context.metrics.text());
  });
}

// A proxy on this machine says for whom it asks: that is not from here.
function isFromHere({ headers, ip }: FastifyRequest): boolean {
  const isLoopback = ip === '::1' || ip.startsWith('127.') || ip.startsWith('::ffff:127.');
  return isLoopback && headers['x-forwarded-for'] === undefined && headers.forwarded === undefined;
}

async function mayRead(context: ApiContext, request: FastifyRequest): Promise<boolean> {
  const credential = credentialOf(request, context);
  const reader = credential && (await findReader(context, credential.token));
  if (!reader) return false;
  const { tree } = await context.directory.names();
  return context.authorizer.system(reader.actor, 'readMetrics', tree).allowed;
}
