import { defineQuery, defineUpdate } from '@temporalio/workflow';
import type { ToErase } from '../src/machine/erase-values.ts';
import type { ActMessage } from '../src/model/act.ts';
import type { LogEntry, PersonalValue } from '../src/model/log-entry.ts';
import type { ProcedureSpec } from '../src/model/procedure-spec.ts';
import type { ProcedureState, Receipt } from '../src/model/procedure-state.ts';
import type { StartRequest } from '../src/model/start-request.ts';
import type { Said } from '../src/model/trust/said.ts';

/** Where domain time stands against wall time; a production configuration has factor 1 and equal origins. */
export interface ClockSetting {
  readonly wallOrigin: number;
  readonly domainOrigin: number;
  readonly factor: number;
}

/** The procedure, then those beside it, as compiled in the release. */
export type Specs = readonly ProcedureSpec[];

/** The input of the one workflow. A continued run carries `carried`. */
export interface ProcedureInput {
  readonly id: string;
  readonly release: string;
  readonly procedure: string;
  /** The hash of each spec of the release, as it was signed. */
  readonly releaseSpecs?: Readonly<Record<string, string>>;
  /** Of a run that continues. One that begins has them by themselves: they are the same for all of their kind. */
  readonly specs?: Specs;
  readonly clock: ClockSetting;
  /** Acts after which a run continues as new. The server's limit is 2,000 updates for one run. */
  readonly actsPerRun: number;
  readonly carried?: Carried;
}

/** The state that a run hands to the next. */
export interface Carried {
  readonly state: ProcedureState;
  readonly unstored: Unstored;
  /** The number of failures of effects that are still asked for, by key. */
  readonly failures: Readonly<Record<string, number>>;
}

/** All that the store may not have yet. */
export interface Unstored {
  readonly entries: readonly LogEntry[];
  readonly personal: readonly PersonalValue[];
  readonly receipts: readonly Receipt[];
}

/** A request to start a procedure as it reaches the workflow: the rest stands in the input of its run. */
export type BeginMessage = Omit<StartRequest, 'id' | 'release' | 'procedure'>;

/** The outcome of a taken act. */
export interface Taken {
  readonly receipt: Receipt;
  readonly fresh: boolean;
  /** Every entry that the store may not have yet, this act's among them. */
  readonly entries: readonly LogEntry[];
  readonly personal: readonly PersonalValue[];
  /** The receipts of these entries: an entry is never written without the receipt of its act. */
  readonly receipts: readonly Receipt[];
}

/** The type of the failure that carries a refusal in its details. */
export const refusalType = 'refusal';

export const beginUpdate = defineUpdate<Taken, [Said<BeginMessage>]>('begin');
export const actUpdate = defineUpdate<Taken, [Said<ActMessage>]>('act');

/** The run whose history still holds what was erased. */
export interface Erased {
  readonly runId: string;
}
export const eraseUpdate = defineUpdate<Erased, [Said<ToErase>]>('erase');

/** The type of the failure that carries the answer to a question in its details. */
export const answerType = 'answer';

export const viewQuery = defineQuery<ProcedureState | null>('view');
export const viewUpdate = defineUpdate<void, []>('view');

/** The work that a run has still to do outside: for diagnosis. */
export interface Unfinished {
  readonly effects: readonly { readonly key: string; readonly failures: number }[];
  readonly unstored: number;
  /** The number of times in a row that the store has not taken them. */
  readonly refusals: number;
  /** Where its log ends; nothing before it has begun. */
  readonly head?: ProcedureState['head'] | undefined;
}
export const unfinishedQuery = defineQuery<Unfinished>('unfinished');
export const unfinishedUpdate = defineUpdate<void, []>('unfinished');
