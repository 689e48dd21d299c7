import { createHash } from 'node:crypto';
import type { SignerRole } from '../../model/trust/said.ts';
import type { Store } from '../../store/store.ts';
import { publicBytes } from '../../worker/keys/trusted-keys.ts';
import { WrongUse } from '../wrong-use.ts';
import type { Signing } from './signing.ts';

interface InUse {
  readonly name: string;
  readonly mark: string;
}

const settingsKey = (role: SignerRole): string => `signing-key-${role}`;

/**
 * Refuses keys without which open incidents could not be replayed: what signed at the last start has to be trusted
 * still. What signs now is noted: its name, and a hash of its public half.
 */
export const checkSigningKeys = async (
  store: Store,
  { own, trusted }: Signing,
  roles: readonly SignerRole[],
): Promise<void> => {
  for (const role of roles) {
    const known = await store.settings.get(settingsKey(role));
    if (isInUse(known)) {
      const key = trusted.get(known.name);
      if (key === undefined || markOf(publicBytes(key)) !== known.mark) throw missing(known.name);
    }
    const current = own[role]?.current;
    if (current !== undefined) {
      const inUse: InUse = {
        name: `${role}/${current.id}`,
        mark: markOf(publicBytes(current.publicKey)),
      };
      await store.settings.set(settingsKey(role), inUse);
    }
  }
};

const isInUse = (value: unknown): value is InUse =>
  typeof value === 'object' && value !== null && 'name' in value && 'mark' in value;

const markOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

const missing = (name: string): WrongUse =>
  new WrongUse({
    zh: `缺少这个数据库上次所用签名密钥 ${name} 的公钥，未结的警情无法继续：请把它加进 JIECHU_TRUSTED_KEYS，或用备份恢复密钥`,
    en: `the key ${name}, which signed for this database at the last start, is not trusted, and no open incident could go on: add its public half to JIECHU_TRUSTED_KEYS, or restore the keys from a backup`,
  });
