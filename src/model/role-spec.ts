import type { Text } from './text.ts';

/** A role, and how it finds its holder in an incident. */
export interface RoleSpec {
  readonly id: string;
  readonly title: Text;
  /**
   * `unit`: anybody of the bound unit who holds the role, until a person is bound by signing.
   * `registrar`: the same of the unit that took the report; stays with it when another unit is sent.
   * `shift`: whoever holds the role in the bound unit now (leaders).
   * `centre`: whoever holds it at the command centre. `beat`: who of the bound unit keeps the place's
   * beat; where it is not known or nobody keeps it, anybody of the unit who holds the role.
   * `public`: outside the bureau (a reporter): can be told, cannot act.
   */
  readonly bound: 'unit' | 'registrar' | 'shift' | 'centre' | 'beat' | 'public';
  /**
   * The incidents that a role bound by shift or centre sees in the units it reaches, `all` where nothing is said.
   * `all`: every one, to read and to act in. `asked`: those that have asked it for a step or a judgement, or told it
   * something. `reads`: every one, and it does nothing.
   */
  readonly sees?: 'all' | 'asked' | 'reads';
  /** Other roles that stand for it here: the role that handles differs by the way of handling. */
  readonly is?: Readonly<Record<string, string>>;
}
