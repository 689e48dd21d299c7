import { Me, SignIn } from '../../contract/session-contract.ts';
import { findReader } from '../accounts/find-reader.ts';
import { isCrossSite } from '../accounts/is-cross-site.ts';
import { meView } from '../accounts/me-view.ts';
import { sessionCookie, sessionCookieOptions } from '../accounts/session-cookie.ts';
import { signIn } from '../accounts/sign-in.ts';
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
    const signing = await signIn(context, request.body, request.ip);
    if (!signing.signedIn) return sendProblem(request, reply, signing.problem);
    const { token } = signing;
    const reader = await findReader(context, token);
    if (!reader) return sendProblem(request, reply, problemCatalogue.wrongSignIn);
    void reply.setCookie(sessionCookie, token, sessionCookieOptions(context.secureCookies));
    void reply.header('cache-control', 'no-store');
    return meView(context, reader);
  });
}
