import { Type } from 'typebox';
import { Confirmation } from '../../contract/session-contract.ts';
import { confirmSignIn } from '../accounts/confirm-sign-in.ts';
import { readerOf } from '../accounts/reader.ts';
import { setSessionCookie } from '../accounts/session-cookie.ts';
import type { ApiApp } from '../api-app.ts';
import type { ApiContext } from '../api-context.ts';
import { sendProblem } from '../problems/send-problem.ts';
import { withProblems } from './with-problems.ts';

/** `POST /api/session/confirmation`: the password once more. The session goes on under a new token, given as at sign-in. */
export function postConfirmation(app: ApiApp, context: ApiContext): void {
  const schema = {
    body: Confirmation,
    response: withProblems({ 204: Type.Null() }),
    tags: ['session'],
  };
  app.post('/api/session/confirmation', { schema }, async (request, reply) => {
    const { password } = request.body;
    const given = { password, address: request.ip };
    const confirming = await confirmSignIn(context, readerOf(request), given);
    if (!confirming.confirmed) return sendProblem(request, reply, confirming.problem);
    setSessionCookie(reply, context, confirming.token);
    return reply.code(204).send(null);
  });
}
