import type { CookieSerializeOptions } from '@fastify/cookie';

/** The name of the cookie that holds the session token. */
export const sessionCookie = 'jiechu_session';

/** A shift with its hand-over; within it, an hour without a request ends the session. */
export const sessionLimits = {
  absoluteMilliseconds: 12 * 3_600_000,
  idleMilliseconds: 3_600_000,
} as const;

/** Out of reach of scripts, and never sent along from another site. */
export const sessionCookieOptions = (secure: boolean): CookieSerializeOptions => ({
  httpOnly: true,
  sameSite: 'strict',
  secure,
  path: '/',
  maxAge: sessionLimits.absoluteMilliseconds / 1000,
});
