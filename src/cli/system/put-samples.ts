import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { hashPassword, passwordFits } from '../../api/accounts/password-hash.ts';
import type { Person, Unit } from '../../store/ports/directory.ts';
import type { Store } from '../../store/store.ts';

/**
 * Puts the units, people and accounts of the root's samples into the store; all accounts have the same password. Those
 * of a demonstration are marked: a server signs them in only where samples were asked for.
 */
export const putSamples = async (
  store: Store,
  root: string,
  password: string,
  { sample = false }: { readonly sample?: boolean } = {},
): Promise<void> => {
  // A bureau's own repository need not have samples.
  if (!existsSync(join(root, 'samples/units.yaml'))) return;
  const { units } = parse(readFileSync(join(root, 'samples/units.yaml'), 'utf8')) as {
    units: Unit[];
  };
  const { people } = parse(readFileSync(join(root, 'samples/people.yaml'), 'utf8')) as {
    people: Omit<Person, 'active'>[];
  };
  await store.directory.replace({
    units,
    people: people.map((person) => ({ ...person, active: true })),
  });
  // One hash serves all: they share the password, and hashing thirty would hold up the start.
  const [first] = people;
  const known = first === undefined ? undefined : await store.accounts.byName(first.id);
  const isSame = known !== undefined && known.sample === sample;
  if (isSame && (await passwordFits(known.passwordHash, password))) return;
  const passwordHash = await hashPassword(password);
  for (const { id } of people) {
    await store.accounts.put({ person: id, name: id, passwordHash, sample });
  }
};
