import type { Truth } from '../model/condition.ts';
import type { ProcedureTable } from '../model/procedure-table.ts';
import type { StepStatus } from '../model/step-row.ts';

/** What the machine can be told: truths, or something done to one step. */
export type MachineEvent =
  | { readonly type: 'truths'; readonly holds: readonly Truth[] }
  | { readonly type: StepEvent; readonly step: string };

export type StepEvent =
  'do' | 'propose' | 'agree' | 'reject' | 'deviate' | 'reopen' | 'next' | 'supersede';

/** What a transition came to: refused, or the new status of every step and of the incident. */
export type Transition =
  | { readonly accepted: false }
  | {
      readonly accepted: true;
      readonly statuses: Readonly<Record<string, StepStatus>>;
      readonly closed: boolean;
    };

/** Tells a machine something where its steps stand as in a table. */
export type Transit = (table: ProcedureTable, event: MachineEvent) => Transition;
