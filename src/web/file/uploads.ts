import type { FileView } from '../../contract/file-contract.ts';
import { visibleText } from '../../model/visible-text.ts';
import { makeKey } from '../server/make-key.ts';
import type { FileRequest } from '../server/file-request.ts';
import { RequestFailure } from '../server/request-failure.ts';

/** A file that somebody added to a form. */
export interface Upload {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly standing:
    | { readonly kind: 'sending'; readonly sent: number }
    /** The network or the server was away: it is tried again by itself. */
    | { readonly kind: 'waiting'; readonly why?: RequestFailure }
    | { readonly kind: 'kept'; readonly file: FileView }
    | { readonly kind: 'refused'; readonly why: 'empty' | 'too-large' | RequestFailure };
}

/** Files on their way to the server. They go on while the page shows something else. */
export interface Uploads {
  /** Begins to send a file of an incident and returns its id. */
  add(given: { readonly incident: string; readonly file: File; readonly bytesMax: number }): string;
  get(id: string): Upload | undefined;
  /** Gives up an upload that nobody wants any more. */
  drop(id: string): void;
  /** Tries what waits at once: the network is back. */
  wake(): void;
  subscribe(listener: () => void): () => void;
  /** Another one after each change. */
  version(): number;
}

interface Entry {
  readonly file: File;
  readonly path: string;
  readonly stop: AbortController;
  upload: Upload;
  tries: number;
  isTrying: boolean;
  timer?: ReturnType<typeof setTimeout>;
}

/** Where it is remembered which files the server has. */
export interface KeptPlace {
  get(name: string): unknown;
  set(name: string, value: unknown): void;
  drop(name: string): void;
}

type Send = (request: Omit<FileRequest, 'language'>) => Promise<FileView>;

const placeOf = (id: string) => `file ${id}`;
const waitFirst = 2_000;
const waitMost = 30_000;

const entryOf = (incident: string, file: File): Entry => ({
  file,
  path: `/api/incidents/${encodeURIComponent(incident)}/files`,
  stop: new AbortController(),
  upload: {
    id: makeKey(),
    name: visibleText(file.name),
    size: file.size,
    standing: { kind: 'waiting' },
  },
  tries: 0,
  isTrying: false,
});

/** `kept` remembers what the server has where the page is loaded anew. */
export function createUploads(send: Send, kept: KeptPlace): Uploads {
  const entries = new Map<string, Entry>();
  const listeners = new Set<() => void>();
  let version = 0;
  const put = (entry: Entry, standing: Upload['standing']) => {
    entry.upload = { ...entry.upload, standing };
    if (standing.kind === 'kept') kept.set(placeOf(entry.upload.id), entry.upload);
    version += 1;
    for (const listener of listeners) listener();
  };
  const attempt = async (entry: Entry): Promise<void> => {
    clearTimeout(entry.timer);
    entry.isTrying = true;
    // Another try shows once something of it has gone: what moves under a finger, to and fro, is not pressed.
    if (entry.tries === 0) put(entry, { kind: 'sending', sent: 0 });
    try {
      const { path, file, stop } = entry;
      const progress = (sent: number) => put(entry, { kind: 'sending', sent });
      put(entry, {
        kind: 'kept',
        file: await send({ path, file, progress, signal: stop.signal }),
      });
    } catch (error) {
      if (entry.stop.signal.aborted) return;
      const failure = error instanceof RequestFailure ? error : new RequestFailure('broken');
      if (failure.kind === 'refused') return put(entry, { kind: 'refused', why: failure });
      const pause = Math.min(waitFirst * 2 ** entry.tries, waitMost);
      const wait = Math.max(pause, failure.retryAfterSeconds * 1000);
      entry.tries += 1;
      entry.timer = setTimeout(() => void attempt(entry), wait);
      put(entry, { kind: 'waiting', ...(failure.problem && { why: failure }) });
    } finally {
      entry.isTrying = false;
    }
  };
  return {
    add({ incident, file, bytesMax }) {
      const wrong = file.size === 0 ? 'empty' : file.size > bytesMax ? 'too-large' : undefined;
      const entry = entryOf(incident, file);
      const { id } = entry.upload;
      entries.set(id, entry);
      if (wrong) put(entry, { kind: 'refused', why: wrong });
      else void attempt(entry);
      return id;
    },
    get: (id) => entries.get(id)?.upload ?? (kept.get(placeOf(id)) as Upload | undefined),
    drop(id) {
      kept.drop(placeOf(id));
      const entry = entries.get(id);
      if (!entry) return;
      entries.delete(id);
      clearTimeout(entry.timer);
      entry.stop.abort();
    },
    wake() {
      for (const entry of entries.values()) {
        if (entry.upload.standing.kind === 'waiting' && !entry.isTrying) void attempt(entry);
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    version: () => version,
  };
}
