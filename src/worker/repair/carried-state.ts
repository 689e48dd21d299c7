import { rebuildState, type StoredProcedure } from '../../machine/rebuild-state.ts';
import { questionOf } from '../../machine/question.ts';
import type { Calendar } from '../../model/calendar.ts';
import type { ProcedureSpec } from '../../model/procedure-spec.ts';
import type { ProcedureState } from '../../model/procedure-state.ts';
import { decider } from '../activities/decider.ts';
import type { ReleaseLibrary } from '../release-library.ts';

/** A procedure as it goes on from its log. */
export interface CarriedState {
  readonly release: string;
  readonly state: ProcedureState;
  /** Of the standard that runs now, then of those beside it. */
  readonly specs: readonly ProcedureSpec[];
}

/** The state of a procedure from what the store has of it. */
export async function carriedState(
  stored: StoredProcedure,
  releases: ReleaseLibrary,
  calendars: ReadonlyMap<string, Calendar>,
): Promise<CarriedState> {
  const release = releaseOf(stored);
  const { procedures } = await releases.release(release);
  const spec = (procedure: string): ProcedureSpec =>
    procedures[procedure] ?? missing(`release ${release} has no procedure ${procedure}`);
  const rebuilt = rebuildState(stored, {
    spec: (_release, procedure) => spec(procedure),
    calendar: (digest) => calendars.get(digest) ?? missing(`no release has the calendar ${digest}`),
  });
  const question = questionOf(release, rebuilt.question);
  const verdict = await decider(releases)({
    ...question,
    conditions: rebuilt.question.spec.conditions,
  });
  if (verdict === null) throw new Error('conditions were handed in and are not known');
  const state = rebuilt.state(verdict);
  return { release, state, specs: [state.procedure, ...state.beside].map(spec) };
}

function releaseOf({ id, entries: [first] }: StoredProcedure): string {
  if (first?.data.kind !== 'started') throw new Error(`the log of ${id} has no beginning`);
  return first.data.release;
}

const missing = (what: string): never => {
  throw new Error(what);
};
