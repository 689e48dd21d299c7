import { PassThrough } from 'node:stream';
import type { ApiApp } from '../api-app.ts';

/** The longest time that each part of a request may take. */
export const receiving = {
  /** The head of a request. */
  headersMilliseconds: 15_000,
  /** A body that is no file, at most 256 kB. Shorter than the time in which everything is answered. */
  bodyMilliseconds: 25_000,
  /** A connection on which nothing moves. */
  silenceMilliseconds: 120_000,
} as const;

// The rest of a refused request is read for a while, or the answer would be lost with the connection.
const lingerMilliseconds = 10_000;

/** A body that did not come to its end. */
class BodyTooSlow extends Error {
  readonly code = 'JIECHU_BODY_TOO_SLOW';
}

/** Ends requests whose body never ends, also where they were answered before it did. Files have a limit of their own. */
export function limitBodies(app: ApiApp, bodyMilliseconds: number): void {
  app.addHook('preParsing', async ({ routeOptions }, reply, payload) => {
    if (routeOptions.url === '/api/incidents/:id/files') return payload;
    const body = new PassThrough();
    const timer = setTimeout(() => {
      void reply.header('connection', 'close');
      body.destroy(new BodyTooSlow());
    }, bodyMilliseconds);
    timer.unref();
    body.once('close', () => clearTimeout(timer));
    // A request without a body has a stream that is never read, and so never closes.
    reply.raw.once('close', () => clearTimeout(timer));
    // Where the request was answered without its body nobody else listens.
    body.on('error', () => {});
    payload.once('error', (error) => body.destroy(error));
    return payload.pipe(body);
  });
  app.addHook('onResponse', async ({ raw, reader, routeOptions }) => {
    if (raw.complete) return;
    // A phone in the field learns only at the end of its file why it was not taken.
    if (reader && routeOptions.url === '/api/incidents/:id/files') return;
    const timer = setTimeout(() => raw.destroy(), Math.min(lingerMilliseconds, bodyMilliseconds));
    timer.unref();
    raw.once('end', () => clearTimeout(timer));
    raw.once('close', () => clearTimeout(timer));
    raw.resume();
  });
}
