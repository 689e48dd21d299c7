import { proxyActivities, proxyLocalActivities, uuid4 } from '@temporalio/workflow';
import type { Question } from '../src/machine/question.ts';
import type { Condition } from '../src/model/condition.ts';
import type { StartRequest } from '../src/model/start-request.ts';
import type { ProcedureSpec } from '../src/model/procedure-spec.ts';
import { contentHashOf } from '../src/model/trust/content-hash.ts';
import { foreignReason } from '../src/model/trust/foreign.ts';
import type { Verdict } from '../src/model/verdict.ts';
import type { Specs, Unstored } from './messages.ts';
import { uncancelled } from './uncancelled.ts';

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

/** An activity's answer, the ticket of its question, and the wall time (the server's) at which it was called. */
export interface Answered<T> {
  readonly ticket: string;
  readonly answer: T;
  readonly wall: number;
}

/** A procedure to be started from another, or joined where it runs already; when and with what salt is said outside. */
export interface ToStart extends Omit<StartRequest, 'id' | 'received' | 'salt' | 'foreseen'> {
  /** Under which id; not said where incidents that have the same answer share it. */
  readonly id?: string;
  /** The fact whose answer it is shared by, and the incident that starts it. */
  readonly onePer?: { readonly fact: string; readonly from: string };
  /** The ids of what was started before, by other effects: the same may be needed once more. */
  readonly started: readonly string[];
}

/** The unit that has it, those that were sent already, and the role that somebody there has to hold. */
export interface UnitWanted {
  readonly unit: string;
  readonly sent: readonly string[];
  readonly role: string;
}

/** Everything else that reaches outside. Each is idempotent: it may run again after a crash. */
export interface Ports {
  /** The spec alone in a list, as it travels in the input of a run too: it is known by its hash. */
  readonly loadSpec: (release: string, procedure: string) => Promise<Specs>;
  readonly storeEntries: (
    ticket: string,
    incident: string,
    unstored: Unstored,
  ) => Promise<Answered<null>>;
  readonly startProcedure: (ticket: string, asked: ToStart) => Promise<Answered<string>>;
  /** The partner unit to send next for a role, or nothing where there is none left in which somebody holds it. */
  readonly nextUnit: (ticket: string, wanted: UnitWanted) => Promise<Answered<string | null>>;
}

const local = proxyLocalActivities<LocalPorts>({
  startToCloseTimeout: '10s',
  retry: { initialInterval: '100ms', maximumInterval: '5s' },
});

// Tries of one call are over within about 16 seconds: who waits for it then goes on with something else and calls again.
const outside = proxyActivities<Ports>({
  startToCloseTimeout: '30s',
  retry: { initialInterval: '500ms', maximumInterval: '8s', maximumAttempts: 6 },
});

/**
 * Takes an answer of ours. Whoever reaches Temporal's port can complete an activity in its place: with what is not sealed,
 * or with what was sealed for something else. Who waits for it then asks again, as where it failed.
 */
const ours = <T>(answer: T, isOurs: boolean): T => {
  if (isOurs) return answer;
  throw new Error(
    `an activity was answered by somebody else (${foreignReason(answer) ?? 'sealed'})`,
  );
};

// A ticket is of one question of one run: an answer to another does not have it.
const answered = async <T>(ask: (ticket: string) => Promise<Answered<T>>): Promise<Answered<T>> => {
  // eslint-disable-next-line no-restricted-syntax -- it has to be another each time; that it can be foretold helps nobody
  const ticket = uuid4();
  const answer: Partial<Answered<T>> | null | undefined = await ask(ticket);
  return ours(answer as Answered<T>, answer?.ticket === ticket);
};

/** The names by which a spec is loaded. */
interface Wanted {
  readonly release: string;
  readonly procedure: string;
  /** As the release was signed; nothing where it has no such procedure. */
  readonly hash: string | undefined;
}

export const ports = {
  loadSpec: async ({ release, procedure, hash }: Wanted): Promise<ProcedureSpec> => {
    if (hash === undefined) throw new Error(`release ${release} has no procedure ${procedure}`);
    const specs = await outside.loadSpec(release, procedure);
    const [spec] = ours(specs, contentHashOf(specs) === hash);
    if (spec === undefined) throw new Error(`release ${release} has an empty ${procedure}`);
    return spec;
  },
  storeEntries: (incident: string, unstored: Unstored): Promise<Answered<null>> =>
    answered((ticket) => outside.storeEntries(ticket, incident, unstored)),
  startProcedure: (asked: ToStart): Promise<Answered<string>> =>
    answered((ticket) => outside.startProcedure(ticket, asked)),
  nextUnit: (wanted: UnitWanted): Promise<Answered<string | null>> =>
    answered((ticket) => outside.nextUnit(ticket, wanted)),
};

// Nobody outside can answer for a local activity: an unreadable answer is in the history, and its key is gone.
const readable = async <T>(asking: () => Promise<T>): Promise<T> => {
  const answer = await uncancelled(asking);
  const reason = foreignReason(answer);
  if (reason === undefined) return answer;
  throw new Error(`an answer in the history cannot be read (${reason}): is a key missing?`);
};

export const localPorts: LocalPorts = {
  decide: (asked) => readable(() => local.decide(asked)),
  readClock: (wall) => readable(() => local.readClock(wall)),
};
