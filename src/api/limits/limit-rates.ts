import fastifyRateLimit from '@fastify/rate-limit';
import type { FastifyRequest } from 'fastify';
import type { ApiApp } from '../api-app.ts';

/** The number of requests a minute that are answered. */
export interface RateLimits {
  /** Of one person, in all sessions: pages read several lists anew at each change. */
  readonly ofPerson: number;
  /** Of one address without a session: a whole station may share it. */
  readonly ofAddress: number;
}

export const usualRates: RateLimits = { ofPerson: 3_000, ofAddress: 600 };

/** More requests a minute than are answered; `Retry-After` says when the minute is over. */
class TooManyRequests extends Error {
  readonly code = 'JIECHU_TOO_MANY_REQUESTS';
}

/** Makes counting possible. Has to be awaited before the hooks are made. */
export async function addRateLimits(app: ApiApp): Promise<void> {
  await app.register(fastifyRateLimit, {
    global: false,
    timeWindow: 60_000,
    errorResponseBuilder: () => new TooManyRequests('too many requests'),
    addHeaders: {
      'x-ratelimit-limit': false,
      'x-ratelimit-remaining': false,
      'x-ratelimit-reset': false,
    },
    addHeadersOnExceeding: {
      'x-ratelimit-limit': false,
      'x-ratelimit-remaining': false,
      'x-ratelimit-reset': false,
    },
  });
}

/** Counts what comes from each address. */
export const limitByAddress = (app: ApiApp, { ofAddress }: RateLimits): void =>
  void app.addHook(
    'onRequest',
    app.rateLimit({ max: ofAddress, keyGenerator: ({ ip }: FastifyRequest) => `address ${ip}` }),
  );

/** Counts what comes from each person; has to come behind the sign-in. */
export const limitByPerson = (app: ApiApp, { ofPerson }: RateLimits): void =>
  void app.addHook(
    'onRequest',
    app.rateLimit({
      max: ofPerson,
      keyGenerator: ({ reader, ip }: FastifyRequest) =>
        reader ? `person ${reader.actor.person}` : `address ${ip}`,
    }),
  );
