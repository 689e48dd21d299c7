import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ApiContext } from '../api-context.ts';
import { cookieName, cookieOptions } from './cookies.ts';

/** The cookie that holds the session's token. */
export const sessionCookie = 'jiechu_session';

type Cookies = Pick<ApiContext, 'secureCookies'>;

/** A shift with its hand-over; within it, an hour without a request ends the session. */
export const sessionLimits = {
  absoluteMilliseconds: 12 * 3_600_000,
  idleMilliseconds: 3_600_000,
} as const;

/** The session's token that the browser added to a request, if it has one. */
export const sessionCookieOf = (
  request: FastifyRequest,
  { secureCookies }: Cookies,
): string | undefined => request.cookies[cookieName(sessionCookie, secureCookies)];

/** Gives the browser a session's token. */
export function setSessionCookie(
  reply: FastifyReply,
  { secureCookies }: Cookies,
  token: string,
): void {
  const options = cookieOptions(secureCookies, sessionLimits.absoluteMilliseconds);
  void reply.setCookie(cookieName(sessionCookie, secureCookies), token, options);
}

/** Takes it away again. */
export function clearSessionCookie(reply: FastifyReply, { secureCookies }: Cookies): void {
  const { maxAge: _, ...options } = cookieOptions(secureCookies, 0);
  void reply.clearCookie(cookieName(sessionCookie, secureCookies), options);
}
