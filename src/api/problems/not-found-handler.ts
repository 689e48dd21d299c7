import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ApiApp } from '../api-app.ts';
import { problemCatalogue } from './problem-catalogue.ts';
import { sendProblem } from './send-problem.ts';

interface KnownRoute {
  readonly methods: Set<string>;
  readonly pattern: RegExp;
}

/**
 * Answers what no route answers: 405 where another method would do, the page for addresses within it, else 404.
 * Has to be called before the routes are added, to learn of them.
 */
export function handleNotFound(app: ApiApp, options: { readonly hasPages: () => boolean }): void {
  const routes = new Map<string, KnownRoute>();
  app.addHook('onRoute', ({ method, url }) => {
    const known = routes.get(url) ?? { methods: new Set<string>(), pattern: patternOf(url) };
    for (const each of [method].flat()) known.methods.add(each);
    if (!url.includes('*')) routes.set(url, known);
  });
  app.setNotFoundHandler((request: FastifyRequest, reply: FastifyReply) => {
    const path = request.url.split('?')[0] ?? '';
    const allowed = [...routes.values()].find(({ pattern }) => pattern.test(path));
    if (allowed) {
      void reply.header('allow', [...allowed.methods].join(', '));
      return sendProblem(request, reply, problemCatalogue.methodNotAllowed);
    }
    const isPage =
      request.method === 'GET' && !/^\/api(\/|$)/.test(path) && !/\.[a-z0-9]+$/i.test(path);
    if (isPage && options.hasPages()) return reply.sendFile('index.html');
    return sendProblem(request, reply, problemCatalogue.notFound);
  });
}

/** So many characters a parameter in an address may have; with more it is another address. */
export const paramLengthMax = 300;

// `/api/incidents/:id` → one path segment in place of each parameter.
const patternOf = (url: string) =>
  new RegExp(
    `^${url
      .replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replaceAll(/:[A-Za-z]+/g, `[^/]{1,${paramLengthMax}}`)}/?$`,
  );
