import { Type } from 'typebox';
import { readerOf } from '../accounts/reader.ts';
import { clearSessionCookie } from '../accounts/session-cookie.ts';
import type { ApiApp } from '../api-app.ts';
import type { ApiContext } from '../api-context.ts';
import { withProblems } from './with-problems.ts';

/** `DELETE /api/session`: signs out. */
export function deleteSession(app: ApiApp, context: ApiContext): void {
  const schema = { response: withProblems({ 204: Type.Null() }), tags: ['session'] };
  app.delete('/api/session', { schema }, async (request, reply) => {
    const { person, tokenHash } = readerOf(request);
    await context.store.sessions.end(tokenHash);
    await context.store.apiLog.append('signed-out', { person: person.id }, context.clock.now());
    clearSessionCookie(reply, context);
    return reply.code(204).send(null);
  });
}
