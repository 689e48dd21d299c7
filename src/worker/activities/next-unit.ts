import type { Store } from '../../store/store.ts';

/** The unit to send next: the first partner, going from partner to partner, that has not been sent yet. */
export const nextUnit = async (
  store: Store,
  unit: string,
  sent: readonly string[],
): Promise<string | null> => {
  const units = await store.directory.units();
  const seen = new Set<string>();
  let at = units.find(({ id }) => id === unit)?.partner;
  while (at !== undefined && !seen.has(at)) {
    if (!sent.includes(at)) return at;
    seen.add(at);
    const current = at;
    at = units.find(({ id }) => id === current)?.partner;
  }
  return null;
};
