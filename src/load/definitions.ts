import type { DocumentPath, NameKind, Named } from '../model/diagnostic.ts';
import type { SourceFile } from './source-file.ts';
import type { SourceKind } from './source-kind.ts';

/** Where a name is given its meaning. */
export interface Definition extends Named {
  readonly file: string;
  readonly path: DocumentPath;
  readonly at: 'key' | 'value';
  /** The key under which it is defined. */
  readonly what: string;
  /** Within which it has to be the only one; absent where others may have the name too. */
  readonly space?: string;
}

/** Everything that a file gives a name to. */
export function definitionsOf(source: SourceFile): readonly Definition[] {
  return source.kind === 'vocabulary'
    ? vocabularyEntries(source)
    : [...ownName(source), ...entries(source)];
}

const kindOfSource: Readonly<Record<SourceKind, NameKind | undefined>> = {
  standard: 'standard',
  procedure: 'procedure',
  part: 'part',
  vocabulary: 'vocabulary',
  'rule-set': 'rule-set',
  ladder: 'ladder',
  scenario: undefined,
  cases: undefined,
};

function ownName({ file, kind, value, id }: SourceFile): Definition[] {
  const named = kindOfSource[kind];
  if (named === undefined || !id) return [];
  // Standards and other procedures are started by the same name.
  const space = kind === 'procedure' ? 'standard' : kind;
  const place = { file, path: [id.key], at: 'value' } as const;
  const own: Definition = { ...place, space, what: id.key, kind: named, name: id.text };
  const { number } = value as { number?: unknown };
  if (kind !== 'standard' || typeof number !== 'number') return [own];
  const numbered: Definition = {
    ...{ file, path: ['number'], at: 'value' as const, space: 'number' },
    ...{ what: 'number', kind: 'number' as const, name: String(number) },
  };
  return [own, numbered];
}

/** The lists of the vocabulary, and what their entries are. */
export const kindOfList: Readonly<Record<string, NameKind>> = {
  roles: 'role',
  evidence: 'evidence',
  equipment: 'equipment',
  'legal-bases': 'basis',
  categories: 'category',
  channels: 'channel',
  zones: 'zone',
  ways: 'way',
  anchors: 'anchor',
  choices: 'choice',
  reasons: 'reason',
  protects: 'protects',
  facts: 'fact',
  calendars: 'calendar',
};

function vocabularyEntries({ file, value }: SourceFile): Definition[] {
  return Object.entries(value as object).flatMap(([list, words]): Definition[] => {
    if (!isMap(words)) return [];
    // The settings are one whole, and are written once.
    if (list === 'settings') {
      const place = { file, path: [list], at: 'key' } as const;
      return [{ ...place, space: 'vocabulary', what: 'vocabulary', kind: 'settings', name: list }];
    }
    const kind = kindOfList[list];
    if (kind === undefined) return [];
    return [
      ...Object.keys(words).map((name): Definition => ({
        ...{ file, path: [list, name], at: 'key' as const },
        ...{ space: `vocabulary ${list}`, what: list, kind, name },
      })),
      ...(list === 'facts' ? choicesOf(file, words) : []),
    ];
  });
}

const kindOfEntries: Readonly<Record<string, NameKind>> = {
  steps: 'step',
  facts: 'fact',
  switch: 'switch',
  rows: 'row',
  score: 'row',
  overrides: 'row',
  rungs: 'rung',
  decides: 'fact',
};

function entries({ file, kind, value }: SourceFile): Definition[] {
  if (kind === 'scenario' || kind === 'cases' || !isMap(value)) return [];
  return Object.entries(kindOfEntries).flatMap(([list, named]) => {
    const words = value[list];
    if (!isMap(words)) return [];
    const names = Object.keys(words).map((name): Definition => ({
      ...{ file, path: [list, name], at: 'key' as const },
      ...{ what: list, kind: named, name },
    }));
    return list === 'facts' ? [...names, ...choicesOf(file, words)] : names;
  });
}

function choicesOf(file: string, facts: Readonly<Record<string, unknown>>): Definition[] {
  return Object.entries(facts).flatMap(([fact, source]) => {
    const choice = isMap(source) ? source['choice'] : undefined;
    const names = Array.isArray(choice)
      ? [...choice.entries()]
      : isMap(choice)
        ? keysOf(choice)
        : [];
    return names.map(([part, name]): Definition => ({
      ...{ file, path: ['facts', fact, 'choice', part] },
      at: typeof part === 'number' ? 'value' : 'key',
      ...{ what: 'choice', kind: 'choice' as const, name: String(name) },
    }));
  });
}

const keysOf = (map: object): (readonly [string | number, unknown])[] =>
  Object.keys(map).map((key) => [key, key] as const);

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
