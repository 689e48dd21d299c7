import { createHash } from 'node:crypto';
import type { Store } from '../../store/store.ts';
import { parseDigestKeys, type DigestKeys } from '../../worker/keys/digest-keys.ts';
import { WrongUse } from '../wrong-use.ts';
import { digestKeysFile, type DataFolder } from './data-folder.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The keys of digests, with the place that they were read from. */
export interface FoundDigestKeys {
  readonly keys: DigestKeys;
  readonly source: string;
}

const setting = 'JIECHU_DIGEST_KEYS';
const settingsKey = 'digest-key';

/** The keys that the environment names; a part of a distributed system has no others. */
export const namedDigestKeys = (environment: Environment): FoundDigestKeys => {
  const text = environment[setting] ?? '';
  if (text !== '') return found(text, setting);
  throw new WrongUse({
    zh: '请用 JIECHU_DIGEST_KEYS 给出摘要密钥（id:base64，32 字节），接口和流程引擎用同一个；jiechu keys digest 可以生成',
    en: 'give the digest keys with JIECHU_DIGEST_KEYS (id:base64 of 32 bytes), the same for every worker and API; `jiechu keys digest` makes one',
  });
};

/** The keys that the environment names, else those of the data folder. */
export const folderDigestKeys = (
  { folder, digestKeys }: Pick<DataFolder, 'folder' | 'digestKeys'>,
  environment: Environment,
): FoundDigestKeys =>
  (environment[setting] ?? '') === ''
    ? found(digestKeys, digestKeysFile(folder))
    : namedDigestKeys(environment);

const found = (text: string, source: string): FoundDigestKeys => {
  const keys = parseDigestKeys(text);
  if (!('wrong' in keys)) return { keys, source };
  throw new WrongUse({
    zh: `摘要密钥（${source}）有误：${keys.wrong.zh}`,
    en: `the digest keys in ${source} are wrong: ${keys.wrong.en}`,
  });
};

/**
 * Refuses digest keys without the one in use at the last start: what was sent before would not be known again, and
 * procedures that incidents share would run twice.
 */
export const checkDigestKeys = async (
  store: Pick<Store, 'settings'>,
  { keys: { current, former }, source }: FoundDigestKeys,
): Promise<void> => {
  const known = await store.settings.get(settingsKey);
  const marks = [current, ...former].map(({ bytes }) => markOf(bytes));
  if (typeof known === 'string' && !marks.includes(known)) {
    throw new WrongUse({
      zh: `摘要密钥（${source}）里没有这个数据库上次所用的：把新密钥放在前面，旧的留在后面，或用备份恢复`,
      en: `the digest keys in ${source} lack the one that this database used last: put a new key first and keep the old one behind it, or restore them from the backup`,
    });
  }
  await store.settings.set(settingsKey, markOf(current.bytes));
};

const markOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
