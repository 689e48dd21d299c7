import type { SourceKind } from './source-kind.ts';

/** A file that could be parsed: its data, well-shaped or not. */
export interface SourceFile {
  readonly file: string;
  readonly kind: SourceKind;
  readonly value: unknown;
  /** The key and the text of its id, where it has one. */
  readonly id?: { readonly key: string; readonly text: string };
  readonly wellShaped: boolean;
  /** The part of it that can be compiled: all of it, or what is left when that which does not fit is taken out. */
  readonly usable?: unknown;
  /** Of a scenario: the standard or procedure in whose folder it lies. */
  readonly of?: string;
}

/** The key that holds the id of each kind of file. */
export const idKeys: Readonly<Record<SourceKind, string>> = {
  standard: 'standard',
  procedure: 'procedure',
  part: 'part',
  vocabulary: 'vocabulary',
  scenario: 'scenario',
  'rule-set': 'rules',
  ladder: 'escalation',
  cases: 'cases',
};
