import type { Text } from './text.ts';

/** A place in a text file; lines and columns count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** From the first character to just behind the last one. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Where in a document a problem is: object keys and list indexes from its top. */
export type DocumentPath = readonly (string | number)[];

/** The kinds of what has a name. */
export type NameKind =
  | ('standard' | 'procedure' | 'part' | 'rule-set' | 'ladder' | 'vocabulary' | 'settings')
  | ('step' | 'step-or-anchor' | 'anchor' | 'switch' | 'fact' | 'row' | 'rung' | 'outcome')
  | ('role' | 'evidence' | 'equipment' | 'basis' | 'category' | 'way' | 'protects' | 'calendar')
  | ('choice' | 'reason' | 'channel' | 'zone' | 'value' | 'word' | 'number')
  | ('key' | 'reference' | 'file' | 'refusal' | 'refusal-part');

/** Something with a name that a problem is about. */
export interface Named {
  readonly kind: NameKind;
  readonly name: string;
}

/**
 * The kind of a fault. `unknown`: a name stands for nothing. `misspelt`: the same, and it is plain what was meant.
 * `absent`: what is wanted is not there, or what is there is not used. `repeated`: it is there twice. `unfit`: what is
 * there does not go together.
 */
export type Fault = 'unknown' | 'misspelt' | 'absent' | 'repeated' | 'unfit';

/** The subject of a problem, for those who have to tell causes from consequences. */
export interface Subject {
  readonly fault: Fault;
  readonly names: readonly Named[];
}

/**
 * A problem in YAML, before it is placed: passes carry paths, and ranges are looked up when it is shown.
 * `at` says whether the key or the value is meant.
 */
export interface Problem {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly message: Text;
  readonly help?: Text;
  readonly about: Subject;
  readonly file: string;
  readonly path: DocumentPath;
  readonly at?: 'key' | 'value';
  /** Only where the text itself is broken, so that no path leads there. */
  readonly range?: Range;
  readonly related?: readonly {
    readonly file: string;
    readonly path: DocumentPath;
    readonly message: Text;
  }[];
}

/** A placed problem, as shown to a person and given out as JSON. */
export interface Diagnostic {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly message: Text;
  readonly help?: Text;
  readonly about: Subject;
  readonly file: string;
  readonly range: Range;
  readonly path: DocumentPath;
  readonly related: readonly {
    readonly file: string;
    readonly range: Range;
    readonly message: Text;
  }[];
}
