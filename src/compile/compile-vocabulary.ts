import { unknownName } from '../diagnostics/unknown-name.ts';
import { seesNothingMore, settingsMissing, wordTwice } from '../diagnostics/vocabulary-problems.ts';
import type { BasisSpec } from '../model/procedure-spec.ts';
import type { Sourced } from '../model/source-tree.ts';
import type { VocabularySource } from '../model/source/vocabulary-source.ts';
import { atKey } from './at-key.ts';
import { inside } from './inside.ts';
import type { ReportProblem } from './report-problem.ts';
import type { Placed, Vocabulary } from './vocabulary.ts';

type Files = readonly Sourced<VocabularySource>[];

/** Brings all vocabulary files together; a word that two of them define is a problem. */
export function compileVocabulary(files: Files, report: ReportProblem): Vocabulary {
  const list = <Key extends ListKey>(key: Key) => mergeList(files, key, report);
  const words = <Key extends ListKey>(key: Key) => valuesOf(list(key));
  const roles = list('roles');
  const ways = words('ways');
  for (const [id, { value, place }] of roles) {
    const reaches = value.bound === 'shift' || value.bound === 'centre';
    if (value.sees !== undefined && !reaches) {
      report(seesNothingMore(atKey(inside(place, 'sees')), id));
    }
    for (const [way, role] of Object.entries(value.is ?? {})) {
      const at = inside(place, 'is', way);
      if (!Object.hasOwn(ways, way)) report(unknownName('way', atKey(at), way, Object.keys(ways)));
      if (!roles.has(role)) report(unknownName('role', at, role, [...roles.keys()]));
    }
  }
  return {
    roles: Object.fromEntries([...roles].map(([id, { value }]) => [id, { id, ...value }])),
    evidence: words('evidence'),
    equipment: words('equipment'),
    bases: { ...ownBases, ...basesOf(list('legal-bases')) },
    categories: words('categories'),
    channels: words('channels'),
    zones: words('zones'),
    ways,
    anchors: words('anchors'),
    choices: words('choices'),
    reasons: words('reasons'),
    protects: words('protects'),
    facts: Object.fromEntries(list('facts')),
    calendars: Object.fromEntries(list('calendars')),
    settings: settingsOf(files, report),
  };
}

/** The bases of numbers and duties where no text says so; a vocabulary may word them otherwise. */
const ownBases: Readonly<Record<string, BasisSpec>> = {
  practice: { kind: 'practice', title: { zh: '公安实务', en: 'police practice' } },
  assumed: { kind: 'assumed', title: { zh: '拟定，待核定', en: 'assumed, to be settled' } },
};

type ListKey = Exclude<keyof VocabularySource, 'vocabulary' | 'settings'>;
type ListValue<Key extends ListKey> = NonNullable<VocabularySource[Key]>[string];

function mergeList<Key extends ListKey>(
  files: Files,
  key: Key,
  report: ReportProblem,
): ReadonlyMap<string, Placed<ListValue<Key>>> {
  const merged = new Map<string, Placed<ListValue<Key>>>();
  for (const { file, source } of files) {
    const words = source[key] as Readonly<Record<string, ListValue<Key>>> | undefined;
    for (const [word, value] of Object.entries(words ?? {})) {
      const place = { file, path: [key, word] };
      const first = merged.get(word);
      if (first) report(wordTwice(atKey(place), word, first.place));
      else merged.set(word, { value, place });
    }
  }
  return merged;
}

function valuesOf<Value>(words: ReadonlyMap<string, Placed<Value>>) {
  return Object.fromEntries([...words].map(([word, { value }]) => [word, value]));
}

function basesOf(bases: ReadonlyMap<string, Placed<ListValue<'legal-bases'>>>) {
  const specs = [...bases].map(([id, { value }]): [string, BasisSpec] => [
    id,
    {
      kind: value.kind,
      title: value.title,
      ...(value.source !== undefined && { source: value.source }),
    },
  ]);
  return Object.fromEntries(specs);
}

function settingsOf(files: Files, report: ReportProblem): Vocabulary['settings'] {
  const [first, second] = files.flatMap(({ file, source: { settings } }) =>
    settings === undefined ? [] : [{ value: settings, place: { file, path: ['settings'] } }],
  );
  if (!first) report(settingsMissing({ file: 'standards/vocabulary/settings.yaml', path: [] }));
  if (first && second) report(wordTwice(atKey(second.place), 'settings', first.place));
  return first;
}
