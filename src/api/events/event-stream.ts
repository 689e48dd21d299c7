import type { ServerResponse } from 'node:http';
import type { Change } from '../../store/ports/change.ts';
import { asReader } from '../access/access-actor.ts';
import { mayKnowReport } from '../access/may-know-report.ts';
import { stillReader } from '../accounts/find-reader.ts';
import type { Reader } from '../accounts/reader.ts';
import type { ApiContext } from '../api-context.ts';
import { strictTransport } from '../security-headers.ts';
import { moment } from '../views/moment.ts';
import { newNotices } from './new-notices.ts';

/** One reader's open stream. */
export interface EventStream {
  end(): void;
}

const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  connection: 'keep-alive',
  // A proxy in between passes each event on at once.
  'x-accel-buffering': 'no',
  'x-content-type-options': 'nosniff',
} as const;

// A page that reads slower than this falls behind for good: it is cut off, comes back and reads all again.
const unreadBytesMax = 1_000_000;

/** Writes what changes to a response, narrowed to what the reader may see, until it is ended. */
export function openEventStream(
  context: ApiContext,
  opened: Reader,
  response: ServerResponse,
): EventStream {
  const { heartbeatMilliseconds, store } = context;
  const shown = new Set<string>();
  let reader = opened;
  let work: Promise<void> = Promise.resolve();
  let isEnded = false;
  const write = (text: string) => {
    if (isEnded) return;
    response.write(text);
    if (response.writableLength > unreadBytesMax) response.destroy();
  };
  const send = (event: string, data: unknown) =>
    write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  // A reader whose session has ended hears nothing more. One whose roles have changed hears by the new ones.
  const askAgain = async () => {
    const present = await stillReader(context, reader);
    if (present) reader = present;
    else end();
  };
  const stopHearing = store.onChange((change) => {
    const { standing, incident, report } = change;
    const isLost = incident === undefined && report === undefined;
    const isMine = standing === undefined ? isLost : ['*', reader.person.id].includes(standing);
    // One after the other, in the order of the changes.
    work = work
      .then(async () => {
        if (isMine) await askAgain();
        if (standing === undefined) await tell(context, reader, { change, shown, send });
      })
      .catch(() => end());
  });
  const heartbeat = setInterval(() => {
    // Not a comment: a page cannot hear those, and it must notice a line that fell silent.
    send('here', {});
    work = work.then(askAgain).catch(() => end());
  }, heartbeatMilliseconds);
  const end = () => {
    if (isEnded) return;
    isEnded = true;
    clearInterval(heartbeat);
    stopHearing();
    response.end();
  };
  response.writeHead(200, {
    ...headers,
    ...(context.secureCookies && { 'strict-transport-security': strictTransport }),
  });
  write('retry: 2000\n: welcome\n\n');
  return { end };
}

async function tell(
  context: ApiContext,
  reader: Reader,
  {
    change,
    shown,
    send,
  }: {
    readonly change: Change;
    readonly shown: Set<string>;
    readonly send: (event: string, data: unknown) => void;
  },
): Promise<void> {
  const { incident, report } = change;
  const at = moment(change.at);
  if (incident === undefined) {
    // That one came in is news of the unit that it was made for.
    if (report !== undefined && !(await knowsReport(context, reader, report))) return;
    return send('changed', { at });
  }
  if (!(await context.store.incidents.readable(incident, asReader(reader.actor)))) return;
  send('changed', { incident, at });
  // Told when it is new: what an open page has not shown yet stands in its list.
  if (!change.noticed || change.from === undefined) return;
  for (const notice of await newNotices(context, reader, incident, change.from)) {
    if (shown.has(notice.id)) continue;
    shown.add(notice.id);
    send('notice', notice);
  }
}

async function knowsReport({ store }: ApiContext, { actor }: Reader, id: string): Promise<boolean> {
  const report = await store.reports.get(id);
  return report !== undefined && mayKnowReport(actor, report);
}
