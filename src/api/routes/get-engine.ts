import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { EngineView } from '../../contract/engine-contract.ts';
import { credentialOf, findReader } from '../accounts/find-reader.ts';
import { isOperator } from '../accounts/is-operator.ts';
import type { ApiApp } from '../api-app.ts';
import type { ApiContext } from '../api-context.ts';
import { problemCatalogue } from '../problems/problem-catalogue.ts';
import { sendProblem } from '../problems/send-problem.ts';
import { engineView } from '../views/engine-view.ts';
import { withProblems } from './with-problems.ts';

/**
 * `GET /api/engine`: incidents that do not go on, and reports and procedures that were lost on the way. For engineers, by
 * the operator's token, and for who the policies let read how the system does. `all=true` asks every open incident.
 */
export function getEngine(app: ApiApp, context: ApiContext): void {
  const schema = {
    querystring: Type.Object({ all: Type.Optional(Type.Literal('true')) }),
    response: withProblems({ 200: EngineView }),
    tags: ['operation'],
  };
  app.get('/api/engine', { schema }, async (request, reply) => {
    void reply.header('cache-control', 'no-store');
    const isOurs = isOperator(request.headers.authorization, context.operatorToken);
    if (!isOurs && !(await mayRead(context, request))) {
      return sendProblem(request, reply, problemCatalogue.forbidden);
    }
    return engineView(context, { all: request.query.all === 'true' });
  });
}

async function mayRead(context: ApiContext, request: FastifyRequest): Promise<boolean> {
  const credential = credentialOf(request, context);
  const reader = credential && (await findReader(context, credential.token));
  if (!reader) return false;
  const { tree } = await context.directory.names();
  return context.authorizer.system(reader.actor, 'readMetrics', tree).allowed;
}
