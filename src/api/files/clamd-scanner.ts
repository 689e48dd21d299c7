import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { connect, type Socket } from 'node:net';
import type { Scan, Scanner } from './scanner.ts';

/** Where ClamAV's daemon listens. */
export interface ClamdAddress {
  readonly host: string;
  readonly port: number;
}

const connectMilliseconds = 5_000;
// A large archive takes it a while.
const silenceMilliseconds = 120_000;
const chunkBytes = 64 * 1024;
const answerMax = 4096;

/** A scanner that asks ClamAV's daemon over TCP, by its command INSTREAM. */
export const createClamdScanner = (
  address: ClamdAddress,
  { silence = silenceMilliseconds }: { readonly silence?: number } = {},
): Scanner => ({
  async scan(path) {
    const socket = connect({ ...address, timeout: connectMilliseconds });
    // Silence is a failure like any other: what waits for the daemon hears of it.
    socket.on('timeout', () => socket.destroy(new Error('clamd is silent')));
    const answer = answerOf(socket);
    try {
      await once(socket, 'connect');
      socket.setTimeout(silence);
      // It may answer, and close, before it has all: that it found the file too large for instance.
      await Promise.race([sendFile(socket, path), answer]);
      return scanOf(await answer);
    } catch {
      return 'away';
    } finally {
      answer.catch(() => undefined);
      socket.destroy();
    }
  },
});

// `zINSTREAM`, then each chunk behind its length in four bytes, a length of zero at the end.
async function sendFile(socket: Socket, path: string): Promise<void> {
  await write(socket, Buffer.from('zINSTREAM\0'));
  for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes })) {
    const bytes = chunk as Buffer;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    await write(socket, Buffer.concat([length, bytes]));
  }
  await write(socket, Buffer.alloc(4));
}

const write = (socket: Socket, bytes: Buffer): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.write(bytes, (error) => (error ? reject(error) : resolve()));
  });

// The scanner's words until it closes, or until the zero byte that ends an answer.
function answerOf(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => {
      said += text;
      if (said.includes('\0') || said.length > answerMax) resolve(said.split('\0', 1)[0]!);
    });
    socket.on('error', (error) => (said === '' ? reject(error) : resolve(said)));
    socket.on('close', () => (said === '' ? reject(new Error('no answer')) : resolve(said)));
  });
}

// `stream: OK`, `stream: Eicar-Signature FOUND`, `INSTREAM size limit exceeded. ERROR`.
function scanOf(answer: string): Scan {
  const text = answer.trim();
  if (/: OK$/.test(text)) return 'clean';
  const found = /: (.+) FOUND$/.exec(text)?.[1];
  if (found !== undefined) return { found };
  return /size limit exceeded/i.test(text) ? 'too-large' : 'away';
}
