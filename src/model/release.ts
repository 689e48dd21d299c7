import type { FactSpec } from './fact-spec.ts';
import type { ProcedureSpec } from './procedure-spec.ts';
import type { RuleSet } from './rule-set.ts';

/** An immutable set of compiled standards and rules. Its hash is the SHA-256 of its canonical JSON without `hash`. */
export interface Release {
  readonly format: 1;
  readonly hash: string;
  readonly procedures: Readonly<Record<string, ProcedureSpec>>;
  readonly ruleSets: Readonly<Record<string, RuleSet>>;
  /** The facts that rule sets read or suggest, by which a report is asked about before it has a standard. */
  readonly facts: Readonly<Record<string, FactSpec>>;
  /** From when until when each standard may be chosen, as local dates. */
  readonly effective: Readonly<Record<string, { readonly from: string; readonly to?: string }>>;
  /** The rule sets that choose the standard and its priority, by what they decide. */
  readonly classification?: string;
  readonly unclassified?: string;
  readonly priorityRules?: string;
  readonly zones: readonly string[];
  readonly channels: readonly string[];
}
