import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { WrongUse } from '../wrong-use.ts';
import { restoreUnfinished } from './backup-texts.ts';

/** Where a data folder has the mark of a restore that has not ended. */
export const unfinishedRestore = (folder: string): string => join(folder, 'restore-unfinished');

/** Refuses a data folder of which some parts are restored and others are not. */
export const checkRestored = (folder: string): void => {
  if (existsSync(unfinishedRestore(folder))) throw new WrongUse(restoreUnfinished(folder));
};
