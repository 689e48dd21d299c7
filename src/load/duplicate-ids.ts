import type { DocumentPath, Problem } from '../model/diagnostic.ts';
import { duplicateId, duplicateNumber } from '../diagnostics/file-problems.ts';
import type { SourceFile } from './source-file.ts';

/** Ids that are defined in two places; also told where one of the files has other mistakes. */
export function duplicateIds(sources: readonly SourceFile[]): Problem[] {
  const first = new Map<string, Definition>();
  return sources.flatMap(definitionsOf).flatMap((definition) => {
    const { space, what, id, file, path, at } = definition;
    const earlier = first.get(`${space} ${id}`);
    if (!earlier) {
      first.set(`${space} ${id}`, definition);
      return [];
    }
    const place = { file, path, at };
    const other = { file: earlier.file, path: earlier.path };
    return [
      typeof id === 'number'
        ? duplicateNumber(place, id, other)
        : duplicateId(place, { what, id, first: other }),
    ];
  });
}

interface Definition {
  /** Within which the id has to be the only one. */
  readonly space: string;
  readonly what: string;
  readonly id: string | number;
  readonly file: string;
  readonly path: DocumentPath;
  readonly at: 'key' | 'value';
}

function definitionsOf({ file, kind, value, id }: SourceFile): Definition[] {
  if (kind === 'vocabulary') return vocabularyEntries(file, value);
  if (kind === 'scenario' || kind === 'cases' || !id) return [];
  // Standards and other procedures are started by the same name.
  const space = kind === 'procedure' ? 'standard' : kind;
  const own: Definition = { space, what: id.key, id: id.text, file, path: [id.key], at: 'value' };
  const { number } = value as { number?: unknown };
  if (kind !== 'standard' || typeof number !== 'number') return [own];
  return [
    own,
    { space: 'number', what: 'number', id: number, file, path: ['number'], at: 'value' },
  ];
}

function vocabularyEntries(file: string, value: unknown): Definition[] {
  return Object.entries(value as object).flatMap(([list, entries]): Definition[] => {
    if (typeof entries !== 'object' || entries === null) return [];
    // The settings are one whole, and are written once.
    if (list === 'settings')
      return [{ space: 'vocabulary', what: 'vocabulary', id: list, file, path: [list], at: 'key' }];
    return Object.keys(entries).map((id) => ({
      space: `vocabulary ${list}`,
      what: list,
      id,
      file,
      path: [list, id],
      at: 'key',
    }));
  });
}
