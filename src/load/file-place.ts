import type { SourceKind } from './source-kind.ts';

/** The place of a file, as its path tells it. */
export type FilePlace =
  | { readonly is: 'source'; readonly kind: SourceKind; readonly of?: string }
  /** Below `rules/`, where the first key says what it is. */
  | { readonly is: 'rules' }
  | { readonly is: 'misnamed'; readonly rightName: string }
  | { readonly is: 'misplaced' }
  | { readonly is: 'stray' }
  /** Not ours, and not worth a word: notes, hidden files, copies of an editor. */
  | { readonly is: 'ignored' };

/** Where files of the language lie. */
export const filePlaces: readonly string[] = [
  'standards/<nn>-<id>/standard.yaml',
  'standards/<nn>-<id>/scenarios/*.yaml',
  'standards/procedures/<id>/procedure.yaml',
  'standards/procedures/<id>/scenarios/*.yaml',
  'standards/parts/*.yaml',
  'standards/vocabulary/*.yaml',
  'rules/<mechanism>/*.yaml',
];

const places: readonly { readonly path: RegExp; readonly kind: SourceKind }[] = [
  { path: /^standards\/parts\/[^/]+$/, kind: 'part' },
  { path: /^standards\/vocabulary\/[^/]+$/, kind: 'vocabulary' },
  { path: /^standards\/procedures\/[^/]+\/procedure\.yaml$/, kind: 'procedure' },
  { path: /^standards\/procedures\/([^/]+)\/scenarios\/[^/]+$/, kind: 'scenario' },
  {
    path: /^standards\/(?!parts\/|vocabulary\/|procedures\/)[^/]+\/standard\.yaml$/,
    kind: 'standard',
  },
  {
    path: /^standards\/(?!parts\/|vocabulary\/|procedures\/)(?:[0-9]+-)?([^/]+)\/scenarios\/[^/]+$/,
    kind: 'scenario',
  },
  { path: /^rules\/[^/]+\/[^/]+\.cases\.yaml$/, kind: 'cases' },
];

/** Tells what a file below the root is from its path alone (with `/`). */
export function filePlace(file: string): FilePlace {
  const name = file.slice(file.lastIndexOf('/') + 1);
  if (/^\.|~$|^#.*#$|\.md$/.test(name)) return { is: 'ignored' };
  const misnamed = /^(.*)\.(yml|YML|YAML|Yaml|yaml\.txt)$/.exec(name)?.[1];
  if (misnamed !== undefined) return { is: 'misnamed', rightName: `${misnamed}.yaml` };
  if (!name.endsWith('.yaml')) return { is: 'stray' };
  for (const { path, kind } of places) {
    const match = path.exec(file);
    if (match) return { is: 'source', kind, ...(match[1] !== undefined && { of: match[1] }) };
  }
  return /^rules\/[^/]+\/[^/]+$/.test(file) ? { is: 'rules' } : { is: 'misplaced' };
}
