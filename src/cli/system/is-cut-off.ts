import { existsSync, readFileSync } from 'node:fs';

/**
 * Whether an SQLite file is shorter than its own header says. Pages that are missing may rest in the write-ahead log,
 * where a checkpoint was interrupted; what the pages hold is not looked at.
 */
export const isCutOff = (file: string): boolean => {
  const bytes = readFileSync(file);
  if (bytes.length === 0) return false; // made, and nothing written yet
  if (bytes.length < 100 || bytes.toString('latin1', 0, 15) !== 'SQLite format 3') return true;
  const written = bytes.readUInt16BE(16);
  const pageSize = written === 1 ? 65_536 : written;
  // The count of pages holds where both counters of changes agree.
  if (bytes.readUInt32BE(24) !== bytes.readUInt32BE(92)) return false;
  const pages = bytes.readUInt32BE(28);
  const logged = loggedPages(`${file}-wal`);
  for (let page = Math.floor(bytes.length / pageSize) + 1; page <= pages; page += 1) {
    if (!logged.has(page)) return true;
  }
  return false;
};

const headerLength = 32;
const frameHeaderLength = 24;

/** The numbers of the pages in a write-ahead log; frames of an earlier use of it have other salts. */
const loggedPages = (file: string): ReadonlySet<number> => {
  const pages = new Set<number>();
  if (!existsSync(file)) return pages;
  const bytes = readFileSync(file);
  if (bytes.length < headerLength) return pages;
  const salts = bytes.toString('hex', 16, 24);
  const frameLength = frameHeaderLength + bytes.readUInt32BE(8);
  for (let at = headerLength; at + frameLength <= bytes.length; at += frameLength) {
    if (bytes.toString('hex', at + 8, at + 16) !== salts) break;
    pages.add(bytes.readUInt32BE(at));
  }
  return pages;
};
