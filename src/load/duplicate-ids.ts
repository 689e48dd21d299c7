import type { Problem } from '../model/diagnostic.ts';
import { duplicateId, duplicateNumber } from '../diagnostics/file-problems.ts';
import type { Definition } from './definitions.ts';

/** Ids that are defined in two places; also told where one of the files has other mistakes. */
export function duplicateIds(definitions: readonly Definition[]): Problem[] {
  const first = new Map<string, Definition>();
  return definitions.flatMap((definition) => {
    const { space, kind, what, name, file, path, at } = definition;
    if (space === undefined) return [];
    const earlier = first.get(`${space} ${name}`);
    if (!earlier) {
      first.set(`${space} ${name}`, definition);
      return [];
    }
    const place = { file, path, at };
    const other = { file: earlier.file, path: earlier.path };
    return kind === 'number'
      ? duplicateNumber(place, Number(name), other)
      : duplicateId(place, { kind, what, id: name, first: other });
  });
}
