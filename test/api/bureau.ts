import { hashPassword } from '../../src/api/accounts/password-hash.ts';
import { compileTree } from '../../src/compile/compile-tree.ts';
import type { Release } from '../../src/model/release.ts';
import type { RoleSpec } from '../../src/model/role-spec.ts';
import type { Person, Unit } from '../../src/store/ports/directory.ts';
import type { Store } from '../../src/store/store.ts';
import { sampleTree } from '../unit/compile/sample-tree.ts';

const unit = (id: string, parent?: string): Unit => ({
  id,
  ...(parent !== undefined && { parent }),
  kind: 'station',
  title: { zh: `${id}单位`, en: `Unit ${id}` },
  zone: 'town',
});

const person = (id: string, at: string, ...roles: readonly string[]): Person => ({
  id,
  name: { zh: `${id}某`, en: `Officer ${id}` },
  unit: at,
  roles,
  active: true,
});

/** A bureau with its centre and a sub-bureau over two stations. */
export const units: readonly Unit[] = [
  unit('bureau'),
  unit('room', 'bureau'),
  unit('sub', 'bureau'),
  unit('east', 'sub'),
  unit('west', 'sub'),
];

/** One person for each thing that access depends on. */
export const people: readonly Person[] = [
  person('ora', 'east', 'operator'),
  person('sam', 'east', 'scene-officer', 'desk-officer'),
  person('sue', 'east', 'scene-officer'),
  person('lee', 'east', 'leader'),
  person('wes', 'west', 'operator', 'scene-officer'),
  person('wu', 'west', 'leader'),
  person('top', 'sub', 'leader'),
  person('bos', 'bureau', 'leader'),
  person('bea', 'bureau', 'leader'),
  person('cat', 'room', 'centre'),
  person('aud', 'bureau', 'auditor'),
  person('new', 'east', 'cleaner'),
  { ...person('noa', 'east', 'community'), beats: ['north'] },
  { ...person('sol', 'east', 'community', 'scene-officer'), beats: ['south'] },
  { ...person('ben', 'west', 'community'), beats: ['north', 'south'] },
  { ...person('gone', 'east', 'leader'), active: false },
];

export const password = 'four words make one';

/** Roles that no step names: an auditor's, which reads everything and does nothing, and one that is found by beat. */
export const roles: Readonly<Record<string, RoleSpec>> = {
  auditor: { id: 'auditor', title: { zh: '督察', en: 'Auditor' }, bound: 'centre' },
  community: { id: 'community', title: { zh: '社区民警', en: 'Community' }, bound: 'beat' },
};

/** The release of the compiler's sample root. */
export function sampleRelease(): Release {
  const { release, problems } = compileTree(sampleTree());
  if (!release) throw new Error(JSON.stringify(problems));
  return release;
}

/** Puts the bureau and its release into a store, with an account for each person. */
export async function settle(store: Store, release: Release): Promise<void> {
  await store.releases.put(release, 0);
  await store.releases.activate(release.hash);
  await store.directory.replace({ units, people });
  const passwordHash = await hashPassword(password);
  for (const { id } of people) {
    // Another hash would be another password, and end the sessions on a store that is opened again.
    if (await store.accounts.of(id)) continue;
    await store.accounts.put({ person: id, name: id, passwordHash });
  }
}
