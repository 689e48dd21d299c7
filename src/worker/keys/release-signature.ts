import { createHash } from 'node:crypto';
import { canonicalJson } from '../../model/canonical-json.ts';
import type { Release } from '../../model/release.ts';
import type { ReleaseClaim } from '../../model/trust/release-claim.ts';
import type { Said } from '../../model/trust/said.ts';
import type { Store } from '../../store/store.ts';
import { isTrusted, signedText, type Signer, type SignedText } from './signed-text.ts';
import { withOwnKeys, type TrustedKeys } from './trusted-keys.ts';

/**
 * Puts a release into the store, signed: only its specs are believed by the workflows, and who can write to the database
 * cannot change one.
 *
 * @returns false where the store holds another content under the hash of this one
 */
export const putSigned = async (
  { releases }: Pick<Store, 'releases'>,
  release: Release,
  { signer, at }: { readonly signer: Signer; readonly at: number },
): Promise<boolean> => {
  await releases.put(release, at);
  const stored = await releases.get(release.hash);
  if (stored === undefined || canonicalJson(stored) !== canonicalJson(release)) return false;
  const known = await releases.signature(release.hash);
  const own = withOwnKeys(new Map(), signer.role, { ...signer.keys, all: [signer.keys.current] });
  // As it was signed before: what was begun with that goes on with the same.
  if (known !== undefined && holds(stored, known, own)) return true;
  const claims = { workflow: '', name: 'release', update: '', at };
  await releases.keepSignature(release.hash, signedText(signer, claims, claimOf(stored)));
  return true;
};

const claimOf = (release: Release): ReleaseClaim => ({
  release: release.hash,
  json: jsonHash(release),
  specs: Object.fromEntries(
    Object.entries(release.procedures).map(([id, spec]) => [id, jsonHash([spec])]),
  ),
});

// Parsing and writing again keeps the order of keys, so that the store gives back what was put into it.
const jsonHash = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex');

/** Judges whether a release is the one that an API signed. */
export const holds = (release: Release, signed: SignedText, trusted: TrustedKeys): boolean => {
  if (!signed.signer.startsWith('api/') || !isTrusted(trusted, signed)) return false;
  const { name, content } = JSON.parse(signed.text) as Said<ReleaseClaim>;
  return (
    name === 'release' && content.release === release.hash && content.json === jsonHash(release)
  );
};
