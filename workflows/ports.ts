import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { Question } from '../src/machine/question.ts';
import type { Condition } from '../src/model/condition.ts';
import type { StartRequest } from '../src/model/start-request.ts';
import type { ProcedureSpec } from '../src/model/procedure-spec.ts';
import type { Verdict } from '../src/model/verdict.ts';
import type { Unstored } from './messages.ts';

/** The input of a local activity does not enter the history. */
export interface Asked extends Question {
  /** Left out at first: who decides has most of them ready by their key. */
  readonly conditions?: readonly Condition[];
}

/**
 * Local: an ordinary activity between an act and its answer would cost two thirds of the throughput. One at a time, as
 * whoever decides holds the lock: with a second under way a run that followed another could not always be replayed.
 */
export interface LocalPorts {
  /** Gives nothing where it lacks the conditions of the key: they have to come along then. */
  readonly decide: (asked: Asked) => Promise<Verdict | null>;
  /** Gives back the wall time that it is handed, so that it stands in the history. */
  readonly readClock: (wall: number) => Promise<number>;
}

/** What an activity answers, with the wall time (the server's) at which it was called. */
export interface Answered<T> {
  readonly answer: T;
  readonly wall: number;
}

/** A procedure to be started from another, or joined where it runs already; when and with what salt is said outside. */
export type ToStart = Omit<StartRequest, 'received' | 'salt' | 'foreseen'>;

/** Everything else that reaches outside. Each is idempotent: it may run again after a crash. */
export interface Ports {
  readonly loadSpec: (release: string, procedure: string) => Promise<Answered<ProcedureSpec>>;
  readonly storeEntries: (incident: string, unstored: Unstored) => Promise<void>;
  readonly startProcedure: (asked: ToStart) => Promise<Answered<string>>;
  /** The partner unit to send next, or nothing where there is none left. */
  readonly nextUnit: (unit: string, sent: readonly string[]) => Promise<Answered<string | null>>;
}

export const localPorts = proxyLocalActivities<LocalPorts>({
  startToCloseTimeout: '10s',
  retry: { initialInterval: '100ms', maximumInterval: '5s' },
});

// Tries of one call are over within about 16 seconds: who waits for it then goes on with something else and calls again.
export const ports = proxyActivities<Ports>({
  startToCloseTimeout: '30s',
  retry: { initialInterval: '500ms', maximumInterval: '8s', maximumAttempts: 6 },
});
