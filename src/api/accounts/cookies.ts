import type { CookieSerializeOptions } from '@fastify/cookie';

/**
 * A cookie's name. Behind TLS it has the prefix with which a browser takes it from this host alone and over TLS only: a
 * sister domain cannot put its own in its place.
 */
export const cookieName = (name: string, secure: boolean): string =>
  secure ? `__Host-${name}` : name;

/** Out of reach of scripts, and never sent along from another site. */
export const cookieOptions = (
  secure: boolean,
  maxAgeMilliseconds: number,
): CookieSerializeOptions => ({
  httpOnly: true,
  sameSite: 'strict',
  secure,
  path: '/',
  maxAge: maxAgeMilliseconds / 1000,
});
