import fastifyCookie from '@fastify/cookie';
import fastifySwagger from '@fastify/swagger';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { fastify } from 'fastify';
import type { ApiApp } from './api-app.ts';
import type { ApiContext } from './api-context.ts';
import type { ApiOptions } from './api-options.ts';
import { compressAnswers } from './compress-answers.ts';
import { buildContext } from './build-context.ts';
import { readClientAddress } from './client-address.ts';
import { publishCalendar } from './calendar/publish-calendar.ts';
import { compareAll } from './health/compare-all.ts';
import { retryInbox } from './intake/retry-inbox.ts';
import { answerInTime } from './limits/answer-in-time.ts';
import { limitBodies, receiving } from './limits/limit-bodies.ts';
import { addRateLimits } from './limits/limit-rates.ts';
import { logStream } from './log-stream.ts';
import type { Metrics } from './metrics.ts';
import { answerError } from './problems/error-handler.ts';
import { handleNotFound, paramLengthMax } from './problems/not-found-handler.ts';
import { readTimes } from './problems/read-times.ts';
import { addRoutes } from './routes/add-routes.ts';
import { seenOutWithinMilliseconds, seeOut } from './see-out.ts';
import { addSecurityHeaders } from './security-headers.ts';
import { resumeErasures } from './erasure/resume-erasures.ts';
import { servePages } from './serve-pages.ts';

const bodyBytesMax = 256 * 1024;
const retryInboxMilliseconds = 3_000;
const publishCalendarMilliseconds = 30_000;
const resumeErasuresMilliseconds = 5_000;

const heads = {
  headersTimeout: receiving.headersMilliseconds,
  connectionsCheckingInterval: 5_000,
} as const;

const documentation = {
  // The first whose schemas are JSON Schema as it is checked.
  openapi: '3.1.0',
  info: {
    title: 'jiechu',
    version: '0.1.0',
    description: 'Receives and handles police incidents.',
  },
  tags: [
    'session',
    'directory',
    'reports',
    'incidents',
    'acts',
    'files',
    'prompts',
    'events',
    'operation',
  ].map((name) => ({ name })),
} as const;

/** Builds the server: routes, pages, and the loop that starts what waits in the inbox. It does not listen yet. */
export async function buildApi(options: ApiOptions): Promise<ApiApp> {
  const app: ApiApp = fastify({
    bodyLimit: bodyBytesMax,
    // Standard output is the program's own: it says there where it serves.
    logger: { level: options.log === true ? 'info' : 'error', stream: logStream },
    routerOptions: { maxParamLength: paramLengthMax, ignoreTrailingSlash: true },
    frameworkErrors: answerError,
    connectionTimeout: receiving.silenceMilliseconds,
    http: heads,
    trustProxy: options.proxies ? [...options.proxies.addresses] : false,
    // Fastify's own ten seconds also cut closing short, and what is behind it would then run on for ever.
    pluginTimeout: 2 * seenOutWithinMilliseconds,
    // Ours says when to come again.
    return503OnClosing: false,
    // What was sent is taken or refused, never changed: coercion would make the number 5 the text "5".
    ajv: {
      customOptions: {
        removeAdditional: false,
        coerceTypes: false,
        allErrors: true,
        allowUnionTypes: true,
        // The error holds the value that was sent: a time in it is read once more for why it is none.
        verbose: true,
      },
      onCreate: readTimes,
    },
    // The types tell a server with TLS from one without; nothing here does.
    ...((options.tls && { https: { ...heads, ...options.tls, minVersion: 'TLSv1.2' } }) as object),
  }).withTypeProvider<TypeBoxTypeProvider>();
  const context = await buildContext(options, (error) => app.log.warn(error));
  app.decorateRequest('reader', null);
  app.setErrorHandler(answerError);
  app.removeContentTypeParser('text/plain');
  await compressAnswers(app);
  await app.register(fastifyCookie);
  await app.register(fastifySwagger, { openapi: documentation });
  let hasPages = false;
  handleNotFound(app, { hasPages: () => hasPages });
  readClientAddress(app, options.proxies);
  addSecurityHeaders(app, context);
  seeOut(app);
  answerInTime(app);
  limitBodies(app, options.bodyMilliseconds ?? receiving.bodyMilliseconds);
  await addRateLimits(app);
  countRequests(app, context.metrics);
  await addRoutes(app, context);
  hasPages = await servePages(app, options.webFolder);
  const retry = retryInbox(context, {
    everyMilliseconds: options.retryInboxMilliseconds ?? retryInboxMilliseconds,
    onError: (error) => app.log.error(error),
  });
  const publishing = publishCalendar(context, {
    everyMilliseconds: options.publishCalendarMilliseconds ?? publishCalendarMilliseconds,
    onError: (error) => app.log.error(error),
  });
  const comparing = compareAll(context, (error) => app.log.error(error));
  const resuming = resumeErasures(context, {
    everyMilliseconds: options.resumeErasuresMilliseconds ?? resumeErasuresMilliseconds,
    onError: (error) => app.log.error(error),
  });
  context.anchors?.start((error) => app.log.error(error));
  const stopHearing = tellUnreadable(app, context);
  app.addHook('onClose', async () => {
    stopHearing();
    comparing.stop();
    const loops = [retry, publishing, resuming, context.watch];
    await Promise.all(loops.map((loop) => loop.stop()));
    // Last, so that what they have written is anchored too.
    await context.anchors?.stop();
  });
  return app;
}

function tellUnreadable(app: ApiApp, { metrics, store: { unreadable } }: ApiContext): () => void {
  return unreadable.listen((leftOut) => {
    metrics.gauge('jiechu_unreadable_rows', unreadable.count);
    app.log.error(leftOut, 'a row that cannot be read was left out of a list');
  });
}

function countRequests(app: ApiApp, metrics: Metrics): void {
  app.addHook('onResponse', async ({ method, routeOptions }, { statusCode }) => {
    const route = routeOptions.url ?? 'none';
    metrics.count('jiechu_http_requests_total', { method, route, status: String(statusCode) });
  });
}
