import type { Store } from '../../store/store.ts';

/**
 * The unit to send next: the first partner, going from partner to partner, that has not been sent yet and in which
 * somebody holds the role that is late.
 */
export const nextUnit = async (
  store: Store,
  {
    unit,
    sent,
    role,
  }: { readonly unit: string; readonly sent: readonly string[]; readonly role: string },
): Promise<string | null> => {
  const [units, people] = await Promise.all([store.directory.units(), store.directory.people()]);
  const isStaffed = (id: string) =>
    people.some((person) => person.active && person.unit === id && person.roles.includes(role));
  const partnerOf = (of: string) => units.find(({ id }) => id === of)?.partner;
  const seen = new Set<string>();
  let at = partnerOf(unit);
  while (at !== undefined && !seen.has(at)) {
    if (!sent.includes(at) && isStaffed(at)) return at;
    seen.add(at);
    at = partnerOf(at);
  }
  return null;
};
