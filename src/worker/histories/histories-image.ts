import { existsSync, readFileSync } from 'node:fs';
import { committedFrames } from './committed-frames.ts';

const pageSizeAt = 16;
const versionsAt = 18;
const rollbackJournal = 1;

/**
 * A database file of SQLite with what its write-ahead log holds, as one that has no such log: in memory, so that no
 * file is touched. Nobody may write to it meanwhile. Nothing where nothing has been written to it yet.
 */
export const historiesImage = (file: string): Buffer | undefined => {
  const bytes = readFileSync(file);
  const log = existsSync(`${file}-wal`) ? readFileSync(`${file}-wal`) : Buffer.alloc(0);
  const { pages, count } = committedFrames(log);
  if (bytes.length === 0 && count === 0) return undefined;
  const pageBytes = count > 0 ? log.readUInt32BE(8) : pageBytesOf(bytes);
  const image = Buffer.alloc(count > 0 ? count * pageBytes : bytes.length);
  bytes.copy(image);
  for (const [page, from] of pages) {
    if (page <= count) log.copy(image, (page - 1) * pageBytes, from, from + pageBytes);
  }
  // Else SQLite asks for the log, which it would have to write to.
  if (image.length > versionsAt + 1) image.fill(rollbackJournal, versionsAt, versionsAt + 2);
  return image;
};

const pageBytesOf = (bytes: Buffer): number => {
  const written = bytes.length > pageSizeAt + 1 ? bytes.readUInt16BE(pageSizeAt) : 0;
  return written === 1 ? 65_536 : written;
};
