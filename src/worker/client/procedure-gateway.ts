import type { ToErase } from '../../machine/erase-values.ts';
import type { ActMessage } from '../../model/act.ts';
import type { LogEntry, PersonalValue } from '../../model/log-entry.ts';
import type { ProcedureState, Receipt } from '../../model/procedure-state.ts';
import type { Unfinished, Unstored } from '../../../workflows/messages.ts';
import type { StoredProcedure } from '../../machine/rebuild-state.ts';
import type { Calendar } from '../../model/calendar.ts';
import type { CarriedState } from '../repair/carried-state.ts';
import type { EngineSight } from './diagnose.ts';
import type { Refusal } from '../../model/refusal.ts';
import type { StartRequest } from '../../model/start-request.ts';

/** The outcome of an act: taken with its receipt and the log entries it made, or refused. */
export type ActOutcome =
  | {
      readonly taken: true;
      readonly receipt: Receipt;
      /** False where the same act had been taken before: the receipt is the old one. */
      readonly fresh: boolean;
      readonly entries: readonly LogEntry[];
      readonly personal: readonly PersonalValue[];
      /** The receipts of these entries: each is written with what it stands for. */
      readonly receipts: readonly Receipt[];
    }
  | { readonly taken: false; readonly refusal: Refusal };

/** The door from the API to the workflows. Errors it throws are outages: retry with the same ids; but not a `BrokenAct`. */
export interface ProcedureGateway {
  begin(request: StartRequest): Promise<ActOutcome>;
  act(id: string, message: ActMessage): Promise<ActOutcome>;
  view(id: string): Promise<ProcedureState>;
  /** Has a procedure let go of values and go on in a new run; nothing where it has ended. */
  erase(id: string, toErase: ToErase & { readonly erasure: string }): Promise<void>;
  /** Has all its histories deleted but that of the run that is on; true once the server has none of them any more. */
  forget(id: string): Promise<boolean>;
  /** Its state by the server's description, read without waking it. */
  diagnose(id: string): Promise<EngineSight>;
  /** Asks the procedure itself for what it has still to do. */
  unfinished(id: string): Promise<Unfinished>;
  /** True where a worker asks for work. The server remembers one for some minutes. */
  isServed(): Promise<boolean>;
  /** True where a running procedure was begun with our keys: anybody who reaches the server can begin one. */
  isOurs(id: string): Promise<boolean>;
  /** The ids of all procedures that run. */
  running(): AsyncIterable<string>;
  /** All of its log that stands in the histories of its runs. */
  logged(id: string): Promise<readonly Unstored[]>;
  /** Its state, built again from its log; throws where that cannot be done. */
  rebuild(stored: StoredProcedure, calendars: ReadonlyMap<string, Calendar>): Promise<CarriedState>;
  /** Begins a run that goes on from a state; throws where one runs. */
  carryOn(carried: CarriedState): Promise<void>;
  /** Ends its run as it stands. */
  stop(id: string, reason: string): Promise<void>;
}
