import type { Place, PolicyRoot } from './policy-root.ts';
import type { Path } from './schema-walk.ts';

/** A change that makes a key say nothing, or another thing: taken away, or another value put instead. */
export interface Change {
  /** One place; without it everywhere. */
  readonly at?: Place;
  readonly instead?: unknown;
}

/** The files that a change of a key leaves behind. */
export function changedFiles(
  { files, places }: PolicyRoot,
  key: string,
  { at, instead }: Change,
): ReadonlyMap<string, unknown> {
  const changed = new Map<string, unknown>();
  // From the last to the first: what is taken out of a list moves what comes after it.
  for (const place of at ? [at] : (places.get(key) ?? []).toReversed()) {
    const before = changed.get(place.file) ?? structuredClone(files.get(place.file)?.value);
    changed.set(place.file, before);
    if (instead === undefined) takeAway(before, place.path);
    else put(before, place.path, instead);
  }
  return changed;
}

/** The value that stands in a place. */
export const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (at, part) =>
      typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[part] : undefined,
    value,
  );

function takeAway(value: unknown, path: Path): void {
  const [owner, last] = [valueAt(value, path.slice(0, -1)), path.at(-1)];
  if (Array.isArray(owner)) owner.splice(Number(last), 1);
  else if (typeof owner === 'object' && owner !== null) {
    delete (owner as Record<string, unknown>)[String(last)];
  }
}

function put(value: unknown, path: Path, instead: unknown): void {
  const [owner, last] = [valueAt(value, path.slice(0, -1)), path.at(-1)];
  if (typeof owner === 'object' && owner !== null && last !== undefined) {
    (owner as Record<string | number, unknown>)[last] = instead;
  }
}
