import type { FastifyRequest } from 'fastify';
import type { SeenSession } from '../../store/ports/sessions.ts';
import { actorOf } from '../access/actor-of.ts';
import type { ApiContext } from '../api-context.ts';
import type { Reader } from './reader.ts';
import { sessionCookieOf, sessionLimits } from './session-cookie.ts';
import { isAdmitted } from './sign-in.ts';
import { tokenHash } from './token.ts';

/** The token that says who sends a request: from scripts by header, from pages by the cookie that the browser adds. */
export interface Credential {
  readonly token: string;
  readonly from: 'header' | 'cookie';
}

/** The session token of a request, if it has one. */
export function credentialOf(
  request: FastifyRequest,
  context: Pick<ApiContext, 'secureCookies'>,
): Credential | undefined {
  const bearer = /^Bearer ([A-Za-z0-9_-]{20,100})$/.exec(request.headers.authorization ?? '')?.[1];
  if (bearer !== undefined) return { token: bearer, from: 'header' };
  const token = sessionCookieOf(request, context);
  return token === undefined ? undefined : { token, from: 'cookie' };
}

/** The reader whom a token belongs to, if its session still runs and the person is still active. */
export async function findReader(context: ApiContext, token: string): Promise<Reader | undefined> {
  const session = await context.store.sessions.seen(tokenHash(token), moment(context));
  return session && readerFrom(context, session);
}

/** The same of somebody whose page is open, without keeping the session from going idle. */
export async function stillReader(
  context: ApiContext,
  { tokenHash: hash }: Pick<Reader, 'tokenHash'>,
): Promise<Reader | undefined> {
  const session = await context.store.sessions.look(hash, moment(context));
  return session && readerFrom(context, session);
}

const moment = ({ wallClock }: ApiContext) => ({
  now: wallClock(),
  idleMax: sessionLimits.idleMilliseconds,
});

async function readerFrom(context: ApiContext, session: SeenSession): Promise<Reader | undefined> {
  const { holder: person, tokenHash, confirmed } = session;
  if (!person?.active || !isAdmitted(context, session)) return undefined;
  const { directory, releases } = context;
  const actor = actorOf(person, releases.active.roles, await directory.names());
  return { person, tokenHash, confirmed, actor };
}
