import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { Changed } from '../../contract/directory-contract.ts';
import type { SignedIn } from './sign-in.ts';

/** Reads the stream of changes until it ends, and tells with which status it was answered; none if it was not. */
export async function readChanges(
  { url, token }: SignedIn,
  {
    stop,
    heard,
  }: { readonly stop: AbortSignal; readonly heard: (incident: string | undefined) => void },
): Promise<number | undefined> {
  try {
    const response = await fetch(`${url}/api/events`, {
      headers: { authorization: `Bearer ${token}` },
      signal: stop,
    });
    const { status, body, ok } = response;
    if (!ok || !body) return status;
    heard(undefined);
    let event = '';
    const input = Readable.fromWeb(body as ReadableStream);
    for await (const line of createInterface({ input })) {
      if (line.startsWith('event: ')) event = line.slice('event: '.length);
      else if (line.startsWith('data: ') && event === 'changed')
        heard((JSON.parse(line.slice('data: '.length)) as Changed).incident);
    }
    return status;
  } catch {
    return undefined;
  }
}
