import { RecentlyUsed } from '../../model/recently-used.ts';
import { knownAnswers } from '../../procedure/known-answers.ts';
import { mergeSpecs } from '../../procedure/merge-specs.ts';
import { toDecideAtBegin, toDecideFor, type ToDecide } from '../../machine/acts/to-decide.ts';
import { questionHash, questionOf } from '../../machine/question.ts';
import type { ActMessage } from '../../model/act.ts';
import type { Foreseen } from '../../model/foreseen.ts';
import type { LogEntry } from '../../model/log-entry.ts';
import type { StartRequest } from '../../model/start-request.ts';
import type { ProcedureSpec } from '../../model/procedure-spec.ts';
import type { IncidentProjection } from '../../store/projections/projection.ts';
import { decider } from '../activities/decider.ts';
import type { ReleaseLibrary } from '../release-library.ts';
import { KnownIncidents, type StoredIncidents } from './known-incidents.ts';

/** Decides before a workflow asks, by the releases and by what is known of an incident. */
export interface Foresight {
  begin(request: StartRequest): Promise<Foreseen>;
  /** Gives nothing where nothing has to be decided, or the incident is not known. */
  act(id: string, message: ActMessage): Promise<Foreseen | undefined>;
  /** Takes in what an act or a beginning came to. */
  learn(id: string, entries: readonly LogEntry[]): void;
}

// More than the procedures of a release and those that often run beside each other.
const mergedMax = 200;

export const createForesight = (releases: ReleaseLibrary, stored: StoredIncidents): Foresight => {
  const decide = decider(releases);
  const incidents = new KnownIncidents(stored);
  const merged = new RecentlyUsed<string, ProcedureSpec>(mergedMax);

  const decided = async (release: string, asked: ToDecide): Promise<Foreseen> => {
    const question = questionOf(release, asked);
    const verdict = await decide({ ...question, conditions: asked.spec.conditions });
    if (verdict === null) throw new Error('conditions were handed in and are not known');
    return { question: questionHash(question), verdict };
  };

  // The same object each time: engines are found again by its conditions.
  const specOf = async ({ release, procedure, beside }: IncidentProjection) => {
    const ids = [procedure, ...beside];
    const key = [release, ...ids].join('/');
    const kept = merged.get(key);
    if (kept !== undefined) return kept;
    const spec = mergeSpecs(await Promise.all(ids.map((id) => releases.spec(release, id))));
    merged.set(key, spec);
    return spec;
  };

  return {
    async begin({ release, procedure, report }) {
      const spec = await releases.spec(release, procedure);
      return decided(release, toDecideAtBegin(spec, report.facts));
    },
    async act(id, message) {
      const known = await incidents.get(id);
      if (known === undefined) return undefined;
      const { incident, given, decided: outcomes } = known;
      const spec = await specOf(incident);
      const { priority } = incident;
      const answers = knownAnswers(spec, { given, decided: outcomes, priority });
      const question = toDecideFor(spec, { answers, table: { rows: {} } }, message);
      return question && decided(incident.release, question);
    },
    learn: (id, entries) => incidents.learn(id, entries),
  };
};
