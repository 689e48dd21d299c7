import { join } from 'node:path';

/** Where a file lies: in one of 256 folders, so that none of them grows too large to list. */
export const filePath = (folder: string, sha256: string): string =>
  join(folder, sha256.slice(0, 2), sha256.slice(2));
