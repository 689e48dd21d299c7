import { randomUUID } from 'node:crypto';
import { constants, existsSync } from 'node:fs';
import { copyFile, cp, mkdir, rm } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import type { BackupCopied } from '../../contract/backup-contract.ts';
import type { Text } from '../../model/text.ts';
import { writeMoment } from '../../model/write-moment.ts';
import { partSum } from '../../store/part-sum.ts';
import type { Store } from '../../store/store.ts';
import { copyHistories } from '../../worker/histories/copy-histories.ts';
import { storedPair } from '../../worker/pair/renew-pair.ts';
import { historiesFile } from '../system/own-temporal.ts';
import {
  backupBusy,
  backupFailed,
  backupInside,
  backupNotEmpty,
  notEmbedded,
} from './backup-texts.ts';
import { backupPlaces, isFree, isWithin } from './backup-places.ts';
import { keyMarks } from './key-marks.ts';

/** The parts that are copied. */
export interface CopiedParts {
  readonly store: Store;
  /** The data folder, with the histories. */
  readonly folder: string;
  readonly anchors: string;
  readonly files: string;
}

const cloned = { recursive: true, mode: constants.COPYFILE_FICLONE } as const;

/**
 * Copies the database, the histories and the anchors into an empty folder, as of one moment. Nothing is written to the
 * database meanwhile, so that no workflow hears that an entry is stored, and forgets it, which the copy lacks: what the
 * copied histories have more is what they have still to write.
 */
export const copyTogether = async (
  { store, folder, anchors, files }: CopiedParts,
  target: string,
): Promise<BackupCopied | { readonly refused: Text }> => {
  const { still } = store;
  if (still === undefined) return { refused: notEmbedded };
  if (!isAbsolute(target) || !isFree(target)) return { refused: backupNotEmpty(target) };
  if (isWithin(target, folder)) return { refused: backupInside(target) };
  const id = randomUUID();
  const made = Date.now();
  const places = backupPlaces(target);
  try {
    await mkdir(target, { recursive: true, mode: 0o700 });
    const keys = await keyMarks(store.settings);
    const pair = await storedPair(store.settings);
    // First, so that the copy has it too, and knows of itself once it is put back.
    await store.backups.add({ id, made, folder: target });
    const heads = await still(async (database) => {
      if (!(await copyHistories(historiesFile(folder), places.histories))) return undefined;
      await cp(database.folder, places.database, cloned);
      if (existsSync(anchors)) await copyFile(anchors, places.anchors);
      return database.heads();
    });
    if (heads === undefined) {
      await forget(store, { id, target });
      return { refused: backupBusy(target) };
    }
    const entries = heads.reduce((sum, { seq }) => sum + seq, 0);
    const { count: incidents, sha256 } = partSum(heads);
    return { id, made: writeMoment(made), logs: { incidents, entries, sha256 }, pair, keys, files };
  } catch (error) {
    await forget(store, { id, target });
    return { refused: backupFailed(target, error) };
  }
};

// The remains of a failed copy are no copy: they are removed.
const forget = async (
  store: Store,
  { id, target }: { readonly id: string; readonly target: string },
): Promise<void> => {
  for (const place of Object.values(backupPlaces(target))) {
    await rm(place, { recursive: true, force: true });
  }
  await rm(`${backupPlaces(target).histories}-wal`, { force: true });
  await store.backups.remove(id).catch(() => undefined);
};
