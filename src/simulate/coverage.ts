import type { Decision } from '../model/decision.ts';
import type { LogEntry } from '../model/log-entry.ts';
import type { Release } from '../model/release.ts';

/** The log entries and decisions that the tests of a release came upon. */
export interface Reached {
  /** The log entries of every scenario. */
  readonly entries: readonly LogEntry[];
  /** The decisions made outside of the procedures: the classification of a scenario, the rows of case tables. */
  readonly decisions: readonly Pick<Decision, 'ruleSet' | 'because'>[];
}

/** The parts of a release that no test reaches, and the number of all parts. */
export interface Coverage {
  readonly steps: Part<{ readonly procedure: string; readonly step: string }>;
  readonly rows: Part<{ readonly ruleSet: string; readonly row: string }>;
  /** Steps with a due that no test lets run late. */
  readonly deadlines: Part<{ readonly procedure: string; readonly step: string }>;
}

/** The number of all places of a kind, and the places that no test reaches. */
export interface Part<Place> {
  readonly all: number;
  readonly unreached: readonly Place[];
}

/** Holds what tests came upon against the procedures and rule sets of a release; `isAsked` leaves some of them out. */
export function coverageOf(
  { procedures, ruleSets }: Release,
  { entries, decisions }: Reached,
  isAsked: (id: string) => boolean = () => true,
): Coverage {
  const opened = new Set<string>();
  const late = new Set<string>();
  const fired = new Set(decisions.flatMap(firedRows));
  let running = '';
  for (const { data, step = '' } of entries) {
    if (data.kind === 'started') running = data.procedure;
    if (data.kind === 'standard-switched' && data.phase === 'done') running = data.to;
    if (
      data.kind === 'step' &&
      !['waiting', 'undecided', 'not-needed', 'superseded'].includes(data.row.status)
    ) {
      // A step of a standard that stands beside another one tells which of the two it comes from.
      opened.add(`${data.procedure}/${data.row.step}`);
      if (data.row.lateAt !== undefined) late.add(`${data.procedure}/${data.row.step}`);
    }
    if (data.kind === 'late') late.add(`${running}/${step}`);
    if (data.kind === 'decided') for (const row of firedRows(data.decision)) fired.add(row);
  }
  const steps = Object.values(procedures)
    .filter(({ id }) => isAsked(id))
    .flatMap((spec) =>
      spec.order.flatMap((id) => spec.steps[id] ?? []).map((step) => ({ spec, step })),
    );
  const rows = Object.values(ruleSets)
    .filter(({ id }) => isAsked(id))
    .flatMap((ruleSet) => ruleSet.rows.map(({ id }) => ({ ruleSet: ruleSet.id, row: id })));
  const places = steps.map(({ spec, step }) => ({ procedure: spec.id, step: step.id }));
  const dues = steps
    .filter(({ step }) => step.due !== undefined)
    .map(({ spec, step }) => ({ procedure: spec.id, step: step.id }));
  return {
    steps: part(places, ({ procedure, step }) => opened.has(`${procedure}/${step}`)),
    rows: part(rows, ({ ruleSet, row }) => fired.has(`${ruleSet}/${row}`)),
    deadlines: part(dues, ({ procedure, step }) => late.has(`${procedure}/${step}`)),
  };
}

const firedRows = ({ ruleSet, because }: Reached['decisions'][number]): readonly string[] =>
  because.map(({ row }) => `${ruleSet}/${row}`);

const part = <Place>(
  places: readonly Place[],
  isReached: (place: Place) => boolean,
): Part<Place> => ({
  all: places.length,
  unreached: places.filter((place) => !isReached(place)),
});
