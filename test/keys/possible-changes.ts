import type { Change } from './change.ts';
import { valueAt } from './change.ts';
import { otherValues } from './other-values.ts';
import type { Place, PolicyRoot } from './policy-root.ts';

/** Places that are tried one by one. */
const placesMax = 40;

/**
 * The changes that would not matter if a key were ignored, the plainest first: it is taken away everywhere, then in one
 * place; then another value is put there. An expectation is only changed: without it nothing is expected.
 */
export function possibleChanges(policy: PolicyRoot, key: string): readonly Change[] {
  const places = (policy.places.get(key) ?? []).slice(0, placesMax);
  const sibling = places.length === 0 ? siblingChanges(policy, key) : [];
  if (sibling.length > 0) return sibling;
  const isStory = /^(scenario|cases)\b/.test(key);
  const isExpected = /^(scenario > then\b|cases > rows > (then|because|missing))/.test(key);
  const removals = isExpected ? [] : places.map((at): Change => ({ at }));
  const others = places.map((at) => {
    const value = valueOf(policy, at);
    const values = otherValues(key, value, valuesOf(policy, key, at), familiesOf(policy, at));
    const wrong = isExpected
      ? [...neverSo(key, value), ...values].filter((each) => !isLess(each, value))
      : values;
    return wrong.map((instead): Change => ({ at, instead }));
  });
  return [
    ...(isStory || places.length < 2 ? [] : [{}]),
    ...removals,
    // The first other value of every place, then the second.
    ...others.flatMap((_, index) => others.flatMap((list) => list[index] ?? [])),
    ...others.flatMap((list) => list.slice(others.length)),
  ];
}

/** Expectations that cannot be met. */
function neverSo(key: string, value: unknown): readonly unknown[] {
  if (key !== 'scenario > then' || !Array.isArray(value)) return [];
  const [{ at }] = value as [{ readonly at: string }];
  return [[...(value as unknown[]), { at, priority: 0 }]];
}

/** True where less is expected: that cannot be disappointed by what is left out. */
const isLess = (other: unknown, value: unknown): boolean =>
  typeof other === 'object' &&
  other !== null &&
  typeof value === 'object' &&
  value !== null &&
  Object.keys(other).length < Object.keys(value).length;

/** A word of few that is written nowhere is put where another of them is. */
function siblingChanges(policy: PolicyRoot, key: string): readonly Change[] {
  const [, owner = '', word] = /^(.*) = ([^=]+)$/.exec(key) ?? [];
  return (policy.places.get(owner) ?? []).map((at): Change => ({ at, instead: word }));
}

/** Ids that may stand for each other in a file. */
function familiesOf(
  { release, tree, files }: PolicyRoot,
  { file }: Place,
): readonly (readonly string[])[] {
  const lists = tree.vocabularies.flatMap(({ source }) =>
    Object.values(source).flatMap((list) => (typeof list === 'object' ? [Object.keys(list)] : [])),
  );
  const { steps = {} } = files.get(file)?.value as { steps?: object };
  const story = tree.scenarios.find((each) => each.file === file);
  const told = release.procedures[story?.of ?? '']?.order ?? [];
  const specs = Object.values(release.procedures);
  const ids = Object.keys(release.procedures);
  return [
    ...lists,
    Object.keys(steps),
    told,
    [...new Set(specs.flatMap(({ facts }) => Object.keys(facts)))],
    ids.filter((id) => release.procedures[id]?.kind === 'standard'),
    ids.filter((id) => release.procedures[id]?.kind === 'procedure'),
    Object.keys(release.ruleSets),
    tree.ladders.map(({ source }) => source.escalation),
    tree.parts.map(({ source }) => source.part),
  ];
}

const valueOf = ({ files }: PolicyRoot, { file, path }: Place) =>
  valueAt(files.get(file)?.value, path);

/** The values that are written for the key elsewhere, those of the same file first. */
function valuesOf(policy: PolicyRoot, key: string, { file }: Place): readonly unknown[] {
  // A form or a word may be replaced by another one of the same key.
  const [plain = key] = key.split(/ (?:\(|=)/);
  const places = [...(policy.places.get(plain) ?? policy.places.get(key) ?? [])];
  places.sort((a, b) => Number(b.file === file) - Number(a.file === file));
  const values = places.map((place) => valueOf(policy, place));
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()].slice(0, 12);
}
