import { Me, SignIn } from '../../contract/session-contract.ts';
import { findReader } from '../accounts/find-reader.ts';
import { isCrossSite } from '../accounts/is-cross-site.ts';
import { meView } from '../accounts/me-view.ts';
import { deviceOf, setDeviceCookie } from '../accounts/known-device.ts';
import { sessionCookieOf, setSessionCookie } from '../accounts/session-cookie.ts';
import { signIn } from '../accounts/sign-in.ts';
import { tokenHash } from '../accounts/token.ts';
import type { ApiApp } from '../api-app.ts';
import type { ApiContext } from '../api-context.ts';
import { problemCatalogue } from '../problems/problem-catalogue.ts';
import { sendProblem } from '../problems/send-problem.ts';
import { withProblems } from './with-problems.ts';

/** `POST /api/session`: signs in. Pages send the cookie back; scripts may send its value as a bearer token. */
export function postSession(app: ApiApp, context: ApiContext): void {
  const schema = { body: SignIn, response: withProblems({ 200: Me }), tags: ['session'] };
  app.post('/api/session', { schema }, async (request, reply) => {
    if (isCrossSite(request, undefined)) {
      return sendProblem(request, reply, problemCatalogue.crossSite);
    }
    const device = deviceOf(request, context);
    const signing = await signIn(context, request.body, { address: request.ip, device });
    if (!signing.signedIn) return sendProblem(request, reply, signing.problem);
    const { token } = signing;
    const reader = await findReader(context, token);
    if (!reader) return sendProblem(request, reply, problemCatalogue.wrongSignIn);
    // The browser forgets the one before, so nobody could end it any more.
    const before = sessionCookieOf(request, context);
    if (before !== undefined) await context.store.sessions.end(tokenHash(before));
    setSessionCookie(reply, context, token);
    setDeviceCookie(reply, context, signing.device);
    void reply.header('cache-control', 'no-store');
    return meView(context, reader);
  });
}
