import type { Condition } from './condition.ts';
import type { FactSpec } from './fact-spec.ts';
import type { Ladder } from './ladder.ts';
import type { Limit } from './limit.ts';
import type { RoleSpec } from './role-spec.ts';
import type { Settings } from './settings.ts';
import type { Text } from './text.ts';

/**
 * A compiled procedure: plain JSON, parts expanded, conditions numbered. It travels in the input of a workflow,
 * so it holds all that the interpreter needs and nothing that only an author needs.
 */
export interface ProcedureSpec {
  readonly format: 1;
  readonly id: string;
  readonly kind: 'standard' | 'procedure';
  readonly number?: number;
  readonly title: Text;
  readonly category?: string;
  readonly categoryTitle?: Text;
  /** 1 (life and limb, now) to 4; moved by the rule set of `priorityRules`. */
  readonly priority: number;
  /** The ways it can be handled; more than one is chosen by the fact of `settings.facts.handledAt`. */
  readonly handledAt: readonly string[];
  /** Kinds of persons whose names and places only bound roles may read. */
  readonly protects: readonly string[];
  readonly basis: readonly string[];
  readonly facts: Readonly<Record<string, FactSpec>>;
  /** Numbered: steps, tells, switches refer to a condition by its index. */
  readonly conditions: readonly Condition[];
  /** The facts that can change what holds, what the priority is or what a switch leads to. */
  readonly reads: readonly string[];
  /** Step ids in the order of the standard, parts first. */
  readonly order: readonly string[];
  readonly steps: Readonly<Record<string, StepSpec>>;
  /** Anchor id → the steps that reach it. */
  readonly anchors: Readonly<Record<string, readonly string[]>>;
  /** The steps that are feedbacks, first to third; empty in a procedure without them. */
  readonly feedbacks: readonly string[];
  /** The step that ends the procedure; without one it ends when no required step is left. */
  readonly closing?: string;
  readonly also: readonly AlsoSpec[];
  readonly switches: readonly SwitchSpec[];
  readonly ladders: Readonly<Record<string, Ladder>>;
  readonly roles: Readonly<Record<string, RoleSpec>>;
  /** Titles of the parts that its steps come from. */
  readonly parts?: Readonly<Record<string, Text>>;
  readonly evidence: Readonly<Record<string, Text>>;
  readonly equipment: Readonly<Record<string, Text>>;
  readonly reasons: Readonly<Record<string, Text>>;
  readonly bases: Readonly<Record<string, BasisSpec>>;
  readonly settings: Settings;
  /** Every standard of the release and the procedure for what fits none, so that a choice of standards and a switch can be judged. */
  readonly standards?: readonly string[];
}

/** The basis that a duty or a number rests on, ready to be shown. */
export interface BasisSpec {
  readonly kind: 'law' | 'law-unchecked' | 'practice' | 'assumed';
  readonly title: Text;
  /** Where the text was read, in the words of who read it. */
  readonly source?: string;
}

/** One required or conditional act by one role. */
export interface StepSpec {
  readonly id: string;
  readonly title: Text;
  /** The legal wording to speak. */
  readonly say?: Text;
  readonly hint?: Text;
  readonly by: string;
  /** The part it came from. */
  readonly part?: string;
  /** The procedure it came from, where several run as one; the spec's own when absent. */
  readonly procedure?: string;
  /** Index of its condition: false makes it not needed, unknown keeps it undecided. */
  readonly when?: number;
  readonly optional: boolean;
  readonly after: After;
  readonly due?: DueSpec;
  /** When to remind, before it is due. */
  readonly remind: readonly Remind[];
  readonly extend?: ExtendSpec;
  readonly asks: readonly string[];
  /** Facts that may be given with it but do not hold it up. */
  readonly mayAsk: readonly string[];
  /** The roles that may correct these facts; without it, who does the step and the correctors of the settings. */
  readonly corrects?: readonly string[];
  readonly evidence: readonly string[];
  readonly crew?: { readonly officers: number };
  readonly equipment: readonly string[];
  /** Holds the effect back until agreed. */
  readonly approve?: SecondPersonSpec;
  /** Lets it act at once; a rejection undoes it. */
  readonly confirm?: SecondPersonSpec;
  readonly repeat?: RepeatSpec;
  /** The anchor that doing it reaches. */
  readonly reaches?: string;
  readonly binds: readonly BindSpec[];
  /** The rule sets it decides. */
  readonly decides: readonly string[];
  readonly starts: readonly StartSpec[];
  readonly tell: readonly TellSpec[];
  /** The ladder that is climbed once it is late. */
  readonly late: string;
  /** 1, 2 or 3 where it is one of the three feedbacks. */
  readonly feedback?: number;
  readonly closes: boolean;
  readonly basis: readonly string[];
}

/** The steps and anchors that must have ended before a step opens: nested ids. An empty `all` opens at once. */
export type After =
  | { readonly kind: 'step'; readonly step: string }
  | { readonly kind: 'anchor'; readonly anchor: string }
  | { readonly kind: 'all'; readonly of: readonly After[] }
  | { readonly kind: 'any'; readonly of: readonly After[] };

/**
 * From where a limit counts: the report, the step's own opening, the proposal that a second person judges,
 * a step's end, or an anchor.
 */
export type Anchor =
  | { readonly kind: 'report' }
  | { readonly kind: 'opening' }
  | { readonly kind: 'proposed' }
  | { readonly kind: 'step'; readonly step: string }
  | { readonly kind: 'anchor'; readonly anchor: string };

/** The instant until which a step is on time: anchor + limit, one limit or a table of them. */
export interface DueSpec {
  readonly anchor: Anchor;
  readonly limit: Limit | LimitTable;
  /** A limit on holding a person: never moved off a holiday. */
  readonly custody: boolean;
  /** The basis of the number, apart from that of the duty. */
  readonly basis: readonly string[];
}

/** Limits by the values of facts: `by: [priority, zone]`, cells keyed `1/urban`. */
export interface LimitTable {
  readonly kind: 'table';
  readonly by: readonly string[];
  readonly cells: Readonly<Record<string, Limit>>;
}

/** A reminder: at half of the time, or so long before due. */
export type Remind =
  { readonly kind: 'half' } | { readonly kind: 'before'; readonly milliseconds: number };

/** The right to move a due: by whom, to what, how often. */
export interface ExtendSpec {
  readonly by: string;
  readonly to: Limit;
  readonly times: number;
  readonly basis: readonly string[];
}

/** Another person who must agree, never the same one, with a due of their own. */
export interface SecondPersonSpec {
  readonly by: string;
  readonly due?: DueSpec;
  readonly late: string;
}

/** Occurrences: each `every` lasts `forMilliseconds` (the last for ever), until something is so. */
export interface RepeatSpec {
  readonly every: readonly { readonly limit: Limit; readonly forMilliseconds?: number }[];
  /** Ends the repetition when it has ended (a step, an anchor) or holds (a condition). */
  readonly until?: After;
  readonly untilHolds?: number;
}

/** Doing the step binds a role: to its doer, or to the unit that a fact names. */
export type BindSpec =
  | { readonly role: string; readonly to: 'doer' }
  | { readonly role: string; readonly to: 'unit'; readonly fact: string };

/** A procedure that goes on by itself. One per incident, or per value of a fact. */
export interface StartSpec {
  readonly procedure: string;
  readonly onePer: 'incident' | { readonly fact: string };
  readonly when?: number;
}

/** The role that is told when the step is done. */
export interface TellSpec {
  readonly who: string;
  readonly when?: number;
}

/** A second standard beside this one when the condition holds. */
export interface AlsoSpec {
  readonly when: number;
  readonly procedure: string;
  readonly basis: readonly string[];
}

/** Another standard in place of this one when the condition holds; `downward` needs agreement before, `upward` after. */
export interface SwitchSpec {
  readonly id: string;
  readonly when: number;
  readonly to: string | { readonly fact: string };
  readonly direction: 'upward' | 'downward';
  readonly approve: SecondPersonSpec;
  readonly because: Text;
  readonly basis: readonly string[];
}
