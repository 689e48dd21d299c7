import { expect, it } from 'vitest';
import { checkDigestKeys, namedDigestKeys } from '../../src/cli/system/digest-keys.ts';
import { keysText } from '../../src/cli/system/keys-text.ts';
import { newDigestKey } from '../../src/worker/keys/digest-keys.ts';
import { opened } from './databases.ts';

it('digest keys come from `jiechu keys digest`, and those without the one in use are refused', async () => {
  const [, setting = ''] = /^JIECHU_DIGEST_KEYS=(\S+)\n$/.exec(keysText('digest', undefined)) ?? [];
  const next = newDigestKey('k2');
  const store = await opened({ memory: true });
  const check = (keys: string) =>
    checkDigestKeys(store, namedDigestKeys({ JIECHU_DIGEST_KEYS: keys }));
  await check(setting);
  await check(`${next},${setting}`);
  await check(next);
  await expect(check(setting)).rejects.toThrow('JIECHU_DIGEST_KEYS lack the one');
  expect(() => namedDigestKeys({ JIECHU_DIGEST_KEYS: 'k1:x' })).toThrow('takes 32 bytes');
  expect(() => namedDigestKeys({})).toThrow('jiechu keys digest');
  await store.close();
});
