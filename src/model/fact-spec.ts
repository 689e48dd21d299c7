import type { Text } from './text.ts';

/** Something that can be answered. `ask` may be missing where no step asks it. */
export interface FactSpec {
  readonly id: string;
  readonly ask?: Text;
  readonly answer: AnswerKind;
  /** Where the answer comes from: a person at a step, the report, or a rule set. */
  readonly from: 'asked' | 'report' | 'decision';
  /** A value about a person: it enters the log as a salted commitment, and only its readers see it. */
  readonly personal: boolean;
}

/** A choice of a fact with its label. */
export interface Choice {
  readonly value: string;
  readonly label: Text;
}

/** The kind of answer that a fact takes. `standards`, `units` and `persons` are choices that the directory lists. */
export type AnswerKind =
  | { readonly kind: 'choice'; readonly choices: readonly Choice[] }
  | { readonly kind: 'standards' }
  | { readonly kind: 'units' }
  | { readonly kind: 'persons' }
  | { readonly kind: 'number'; readonly min: number; readonly max: number; readonly unit?: Text }
  | { readonly kind: 'text'; readonly max: number }
  | { readonly kind: 'time' };
