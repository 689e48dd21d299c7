import { findProof } from './find-proof.ts';
import { readKeyList, writeKeyList } from './key-list.ts';
import { languageKeys } from './language-keys.ts';
import { openCourt } from './open-court.ts';
import type { Proof } from './proof.ts';

// `npm run keys [-- <key> …]`: finds a witness for every key that has none any more, and writes the list. With keys, these
// are looked at anew, and with more patience; `check` stands for those that only `check` notices.
const repository = process.cwd();
const asked = process.argv.slice(2);
const before = new Map(readKeyList(repository).map((proof) => [proof.key, proof]));
const court = await openCourt(repository);
const proofs: Proof[] = [];
const missing: string[] = [];
for (const key of languageKeys()) {
  const known = before.get(key);
  const isAsked =
    asked.includes(key) || (asked.includes('check') && known?.witness.door === 'check');
  if (asked.length > 0 && known && !isAsked) {
    proofs.push(known);
    continue;
  }
  const proof = isAsked
    ? ((await findProof(court, key, { stories: 30, shown: 15 })) ?? known)
    : await findProof(court, key, { stories: 8, shown: 4 }, known);
  if (proof) proofs.push(proof);
  else missing.push(key);
  if (proof !== known) {
    process.stdout.write(`${key}: ${proof ? proof.witness.door : 'nobody notices'}\n`);
  }
}
await court.close();
writeKeyList(repository, proofs);
process.stdout.write(`${proofs.length} keys have a witness, ${missing.length} have none\n`);
for (const key of missing) process.stdout.write(`✗ ${key}\n`);
process.exit(missing.length > 0 ? 1 : 0);
