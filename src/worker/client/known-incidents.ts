import { answersAfterDecisions } from '../../conditions/answers-after-decisions.ts';
import { RecentlyUsed } from '../../model/recently-used.ts';
import type { Answers } from '../../model/condition.ts';
import type { LogEntry } from '../../model/log-entry.ts';
import type { Incidents } from '../../store/ports/incidents.ts';
import type { AnswerRecord } from '../../store/ports/log.ts';
import type { IncidentProjection } from '../../store/projections/projection.ts';
import { projectIncident } from '../../store/projections/project-incident.ts';

/** An incident as far as its decisions hang on it. */
export interface KnownIncident {
  readonly incident: IncidentProjection;
  /** The answers that persons gave; none that is personal. */
  readonly given: Answers;
  /** The answers that rule sets decided. */
  readonly decided: Answers;
}

/** The reads of incidents in the store. */
export type StoredIncidents = Pick<Incidents, 'get' | 'answers' | 'decisions'>;

// As many as are busy at a time; others are read when they are.
const keptMax = 1000;

/**
 * Incidents as they are known outside of their workflows: by the entries that acts came to, else by the store. What is
 * known may lag behind the workflow.
 */
export class KnownIncidents {
  readonly #kept = new RecentlyUsed<string, KnownIncident>(keptMax);
  readonly #stored: StoredIncidents;

  constructor(stored: StoredIncidents) {
    this.#stored = stored;
  }

  /** Gives nothing where the store has no such incident yet. */
  async get(id: string): Promise<KnownIncident | undefined> {
    const kept = this.#kept.get(id);
    if (kept !== undefined) return kept;
    const read = await this.#read(id);
    if (read !== undefined) this.#kept.set(id, read);
    return read;
  }

  /** Takes in what an act or a beginning came to. */
  learn(id: string, entries: readonly LogEntry[]): void {
    const before = this.#kept.get(id);
    const head = before?.incident.head.seq ?? 0;
    const [first, ...more] = entries.filter(({ seq }) => seq > head);
    if (first === undefined) return;
    // Something came between that was not told here: it is read when it is wanted.
    if (first.seq > head + 1) this.#kept.delete(id);
    else this.#kept.set(id, more.reduce(after, after(before, first)));

    function after(so: KnownIncident | undefined, entry: LogEntry): KnownIncident {
      const { data } = entry;
      const incident = projectIncident(id, so?.incident, entry);
      const { given = {}, decided = {} } = so ?? {};
      if (data.kind === 'fact') return { incident, given: withAnswer(given, data), decided };
      if (data.kind !== 'decided') return { incident, given, decided };
      return { incident, given, decided: answersAfterDecisions(decided, [data.decision]) };
    }
  }

  async #read(id: string): Promise<KnownIncident | undefined> {
    const [incident, answers, decisions] = await Promise.all([
      this.#stored.get(id),
      this.#stored.answers(id),
      this.#stored.decisions(id),
    ]);
    const made = decisions.map(({ decision }) => decision);
    return (
      incident && {
        incident,
        given: answers.reduce<Answers>(withAnswer, {}),
        decided: answersAfterDecisions({}, made),
      }
    );
  }
}

/** An answer that is personal takes the place of one that is not, and is not kept itself. */
const withAnswer = (
  answers: Answers,
  { fact, value }: Pick<AnswerRecord, 'fact' | 'value'>,
): Answers => {
  const { [fact]: _before, ...others } = answers;
  return value === undefined ? others : { ...others, [fact]: value };
};
