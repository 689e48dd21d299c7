import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Store } from '../../store/store.ts';
import { parseCodecKeys } from '../../worker/codec/codec-keys.ts';
import { countOf } from '../count-of.ts';
import { WrongUse } from '../wrong-use.ts';

const settingsKey = 'codec-key';

/**
 * Refuses codec keys that cannot read what this database's incidents go on from. The key in use at the last start
 * must still be among them, so keys rotate by putting a new one first.
 */
export const checkCodecKeys = async (store: Store, text: string, source: string): Promise<void> => {
  const parsed = parseCodecKeys(text);
  if ('wrong' in parsed) {
    throw new WrongUse({
      zh: `编码密钥（${source}）有误：${parsed.wrong}`,
      en: `the codec keys in ${source} are wrong: ${parsed.wrong}`,
    });
  }
  const known = await store.settings.get(settingsKey);
  const marks = Object.values(parsed.keys).map(markOf);
  if (typeof known === 'string' && !marks.includes(known)) {
    throw new WrongUse({
      zh: `编码密钥（${source}）不是这个数据库在用的密钥，打不开未结的警情：请用备份恢复原来的密钥`,
      en: `the codec keys in ${source} are not those of this database, and no open incident could go on: restore them from the backup`,
    });
  }
  const current = parsed.keys[parsed.current];
  if (current !== undefined) await store.settings.set(settingsKey, markOf(current));
};

const markOf = (key: Uint8Array): string => createHash('sha256').update(key).digest('hex');

// Raised whenever open incidents of the version before cannot go on.
const engineFormat = 3;

/** Refuses what an older version of the engine began: its incidents could not go on. */
export const checkEngineFormat = async (
  store: Store,
  { isNew }: { readonly isNew: boolean },
): Promise<void> => {
  if (isNew) await store.settings.keep('engine-format', engineFormat);
  const found = (await store.settings.get('engine-format')) ?? 1;
  if (found === engineFormat) return;
  throw new WrongUse({
    zh: `这些数据是另一版本的引擎建立的（格式 ${String(found)}，本版本为 ${engineFormat}），其中的警情不能接着办：请用原来的版本，或用 --data 换一个新目录`,
    en: `another version of the engine made this data (format ${String(found)}, this one reads ${engineFormat}), and its incidents could not go on: run that version, or choose a new folder with --data`,
  });
};

/** Refuses a data folder of which the database or the histories are gone while the other is there. */
export const checkHistories = async (
  store: Store,
  { folder, isNew }: { readonly folder: string; readonly isNew: boolean },
): Promise<void> => {
  const histories = join(folder, 'temporal.db');
  const found = existsSync(histories);
  if (isNew && found) {
    throw new WrongUse({
      zh: `有流程历史 ${histories}，却没有它的数据库：请用备份恢复整个目录，或用 --data 换一个`,
      en: `there are histories in ${histories} but not their database: restore the whole folder from a backup, or choose another with --data`,
    });
  }
  const { all: open } = await store.incidents.count({ closed: false });
  if (!found && open > 0) {
    throw new WrongUse({
      zh: `有 ${open} 起未结警情，却没有它们的流程历史 ${histories}：请用备份恢复整个目录`,
      en: `the histories of ${countOf(open, 'open incident')} in ${histories} are gone: restore the whole folder from a backup`,
    });
  }
};
