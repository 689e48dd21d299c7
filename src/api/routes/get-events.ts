import type { ApiApp } from '../api-app.ts';
import type { ApiContext } from '../api-context.ts';
import { readerOf } from '../accounts/reader.ts';
import { openEventStream, type EventStream } from '../events/event-stream.ts';

/** `GET /api/events`: server-sent events about what the reader may see, until either side ends it. */
export function getEvents(app: ApiApp, context: ApiContext): void {
  const streams = new Set<EventStream>();
  const measure = () => context.metrics.gauge('jiechu_event_streams', streams.size);
  const schema = {
    tags: ['events'],
    description: '`text/event-stream` of `changed`, `notice` and `here`.',
  };
  app.get('/api/events', { schema }, (request, reply) => {
    const reader = readerOf(request);
    reply.hijack();
    const stream = openEventStream(context, reader, reply.raw);
    streams.add(stream);
    measure();
    reply.raw.once('close', () => {
      stream.end();
      streams.delete(stream);
      measure();
    });
  });
  // An open stream would hold the server up: it ends first, and the page comes back by itself.
  app.addHook('preClose', async () => {
    for (const stream of streams) stream.end();
  });
}
