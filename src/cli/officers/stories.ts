import type { IncidentView } from '../../contract/incident-contract.ts';
import type { FactValue } from '../../model/fact-value.ts';
import type { ToldReport } from '../reports/told-report.ts';

/** The story behind a report: what it turns out to be. */
export interface Story {
  /** The name that chance is drawn by: the report's own words, not the number that it happened to get. */
  readonly name: string;
  readonly answers: Readonly<Record<string, FactValue>>;
}

/** Finds the story of an incident by the words of its first report; one that is in no file has only its number. */
export type FindStory = (incident: Pick<IncidentView, 'id' | 'reports'>) => Story;

/** The stories that stand in report files. */
export function storiesOf(reports: readonly ToldReport[]): FindStory {
  const byWords = new Map(reports.map((told) => [wordsOf(told.report), told]));
  return ({ id, reports: [first] }) => {
    const told = first && byWords.get(wordsOf(first));
    if (!told) return { name: id, answers: {} };
    return {
      name: wordsOf(told.report),
      answers: { ...told.confirmed, ...told['turns-out'] },
    };
  };
}

const wordsOf = ({ text = '', place = '' }: { readonly text?: string; readonly place?: string }) =>
  `${text}\n${place}`;
