import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ApiContext } from '../api-context.ts';
import { cookieName, cookieOptions } from './cookies.ts';
import { newToken, tokenHash } from './token.ts';

const day = 24 * 3_600_000;

// So long after the last sign-in a device is known.
const deviceMilliseconds = 180 * day;
const name = 'jiechu_device';

type Cookies = Pick<ApiContext, 'secureCookies'>;

/** The device's token in a request, if it has one. */
export const deviceOf = (request: FastifyRequest, { secureCookies }: Cookies): string | undefined =>
  request.cookies[cookieName(name, secureCookies)];

/** Gives the browser the token by which it is known from now on. */
export function setDeviceCookie(
  reply: FastifyReply,
  { secureCookies }: Cookies,
  token: string,
): void {
  const options = cookieOptions(secureCookies, deviceMilliseconds);
  void reply.setCookie(cookieName(name, secureCookies), token, options);
}

/** True where a person has signed in on the device before. */
export async function isKnownDevice(
  { store, wallClock }: ApiContext,
  person: string,
  token: string,
): Promise<boolean> {
  const since = wallClock() - deviceMilliseconds;
  return store.devices.knows({ tokenHash: tokenHash(token), person }, since);
}

/** Notes that a person has signed in; the token that the device is known by from now on. */
export async function noteDevice(
  { store, wallClock }: ApiContext,
  person: string,
  token = newToken(),
): Promise<string> {
  const seen = wallClock();
  await store.devices.sweep(seen - deviceMilliseconds);
  await store.devices.note({ tokenHash: tokenHash(token), person, seen });
  return token;
}
