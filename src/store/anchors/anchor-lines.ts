import { createReadStream } from 'node:fs';
import type { AnchorRecord } from '../../contract/anchor-contract.ts';

/** A line of anchors, with where in the file the next one begins. */
export interface AnchorLine {
  /** Not there where the line is no record, such as the rest that a power cut left of one. */
  readonly record: AnchorRecord | undefined;
  readonly end: number;
}

const newline = 0x0a;

/** The whole lines of a file of anchors from a byte on. What does not end with its line is still being written, or never was. */
export async function* anchorLines(file: string, from = 0): AsyncGenerator<AnchorLine> {
  let rest: Buffer = Buffer.alloc(0);
  let end = from;
  for await (const chunk of createReadStream(file, { start: from, highWaterMark: 1 << 20 })) {
    let bytes = rest.length === 0 ? (chunk as Buffer) : Buffer.concat([rest, chunk as Buffer]);
    for (let at = bytes.indexOf(newline); at >= 0; at = bytes.indexOf(newline)) {
      end += at + 1;
      yield { record: recordOf(bytes.toString('utf8', 0, at)), end };
      bytes = bytes.subarray(at + 1);
    }
    rest = bytes;
  }
}

const recordOf = (line: string): AnchorRecord | undefined => {
  try {
    const value: unknown = JSON.parse(line);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
};

const isEnd = (value: unknown): boolean => {
  const { seq, hash } = (value ?? {}) as Partial<{ seq: unknown; hash: unknown }>;
  return Number.isSafeInteger(seq) && typeof hash === 'string';
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isData = (value: unknown): boolean => {
  if (!isObject(value)) return false;
  const { kind, incidents, apiLog, record, token } = value;
  if (kind === 'stamped') return isEnd(record) && typeof token === 'string';
  if (kind !== 'heads' || !isObject(incidents)) return false;
  return Object.values(incidents).every(isEnd) && (apiLog === undefined || isEnd(apiLog));
};

// By hand: the file may have a million lines, and every start reads all of them.
const isRecord = (value: unknown): value is AnchorRecord => {
  if (!isObject(value) || !isEnd(value) || !isData(value['data'])) return false;
  const { at, keyId, previous, signature } = value;
  return [at, keyId, previous, signature].every((member) => typeof member === 'string');
};
