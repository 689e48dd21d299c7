import type { DirectoryPeople } from '../../contract/directory-contract.ts';
import type { Text } from '../../model/text.ts';

/** Where the people are read who can take a role in a unit. */
export const peoplePath = (unit: string, role: string): string =>
  `/api/directory/people?${new URLSearchParams({ unit, role }).toString()}`;

/** People to choose from, found by name or account: two of one name are told apart by the account. */
export const personOptions = (
  people: DirectoryPeople['people'],
  read: (text: Text) => string,
): readonly { readonly value: string; readonly label: string }[] =>
  people.map(({ id, name }) => ({ value: id, label: `${read(name)} · ${id}` }));
