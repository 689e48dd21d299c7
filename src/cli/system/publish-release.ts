import type { Release } from '../../model/release.ts';
import type { Store } from '../../store/store.ts';
import { putSigned } from '../../worker/keys/release-signature.ts';
import { WrongUse } from '../wrong-use.ts';
import { signerFor, type Signing } from './signing.ts';

/** Makes a release the one that new incidents begin under, signed by the API that compiled it. */
export const publishRelease = async (
  store: Store,
  release: Release,
  signing: Signing,
): Promise<void> => {
  const signer = signerFor(signing, 'api');
  if (!(await putSigned(store, release, { signer, at: Date.now() }))) {
    throw new WrongUse({
      zh: `数据库里的规则版本 ${release.hash} 被改动过：请用备份恢复数据库`,
      en: `release ${release.hash} was changed in the database: restore it from a backup`,
    });
  }
  await store.releases.activate(release.hash);
};
