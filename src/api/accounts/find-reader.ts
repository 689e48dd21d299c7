import type { FastifyRequest } from 'fastify';
import { actorOf } from '../access/actor-of.ts';
import type { ApiContext } from '../api-context.ts';
import type { Reader } from './reader.ts';
import { sessionCookie, sessionLimits } from './session-cookie.ts';
import { sessionTokenHash } from './session-token.ts';

/** How a request says who sends it: scripts by header, pages by the cookie that the browser adds. */
export interface Credential {
  readonly token: string;
  readonly from: 'header' | 'cookie';
}

/** The session token of a request, if it has one. */
export function credentialOf(request: FastifyRequest): Credential | undefined {
  const bearer = /^Bearer ([A-Za-z0-9_-]{20,100})$/.exec(request.headers.authorization ?? '')?.[1];
  if (bearer !== undefined) return { token: bearer, from: 'header' };
  const token = request.cookies[sessionCookie];
  return token === undefined ? undefined : { token, from: 'cookie' };
}

/** Who a token belongs to, if its session still runs and the person is still active. */
export async function findReader(context: ApiContext, token: string): Promise<Reader | undefined> {
  const { store, directory, releases, wallClock } = context;
  const tokenHash = sessionTokenHash(token);
  const { idleMilliseconds: idleMax } = sessionLimits;
  const session = await store.sessions.seen(tokenHash, { now: wallClock(), idleMax });
  const person = session?.holder;
  if (!person?.active) return undefined;
  const actor = actorOf(person, releases.active.roles, await directory.names());
  return { person, tokenHash, actor };
}
