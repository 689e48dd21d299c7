import type { ReportTaken } from '../../contract/report-contract.ts';
import type { Language } from '../../diagnostics/language.ts';
import type { Text } from '../../model/text.ts';
import { unplacedReason } from './unplaced-reason.ts';

/** A report that was not taken, with its place. */
export interface BadReport {
  readonly file: string;
  readonly line: number;
  readonly column?: number;
  readonly reason: Text;
}

/** A report that was taken, with its place. */
export interface SentReport {
  readonly file: string;
  readonly line: number;
  readonly taken: ReportTaken;
}

/** A report that fits no standard, with its number and what comes nearest. */
export interface UnplacedReport {
  readonly file: string;
  readonly line: number;
  readonly report: string;
  readonly reason: Text;
}

/** The outcome of all reports of an intake: each that was taken is under a standard, unplaced or undecided. */
export interface IntakeSummary {
  readonly total: number;
  readonly taken: number;
  /** Kept, and started once the engine is back. */
  readonly pending: number;
  /** Fit no standard: a person decides. */
  readonly unplaced: readonly UnplacedReport[];
  /** The same content stood there twice; it is one report. */
  readonly repeated: number;
  readonly byStandard: readonly {
    readonly id: string;
    readonly title: Text;
    readonly count: number;
  }[];
  readonly bad: readonly BadReport[];
  readonly stopped?: Text;
}

/** Counts what became of the reports. */
export function intakeSummary({
  sent,
  bad,
  stopped,
  total,
}: {
  readonly sent: readonly SentReport[];
  readonly bad: readonly BadReport[];
  readonly stopped: Text | undefined;
  readonly total: number;
}): IntakeSummary {
  // Of reports with the same content the first one's place is told.
  const reports = new Map([...sent].reverse().map((each) => [each.taken.report, each]));
  const taken = [...reports.values()].map((each) => each.taken);
  const placed = taken.filter(({ unplaced }) => unplaced !== true);
  const standards = new Map(
    placed.flatMap(({ standard }) => (standard ? [[standard.id, standard.title]] : [])),
  );
  const byStandard = [...standards].map(([id, title]) => ({
    id,
    title,
    count: placed.filter(({ standard }) => standard?.id === id).length,
  }));
  return {
    total,
    taken: taken.length,
    pending: taken.filter(({ pending }) => pending === true).length,
    unplaced: inOrder(
      [...reports.values()].flatMap(({ file, line, taken: { report, unplaced, decision } }) =>
        unplaced === true ? [{ file, line, report, reason: unplacedReason(decision) }] : [],
      ),
    ),
    repeated: sent.length - taken.length,
    byStandard: byStandard.sort(
      (left, right) => right.count - left.count || (left.id < right.id ? -1 : 1),
    ),
    bad: inOrder(bad),
    ...(stopped && { stopped }),
  };
}

const inOrder = <T extends { readonly file: string; readonly line: number }>(
  placed: readonly T[],
) =>
  [...placed].sort((left, right) =>
    left.file < right.file ? -1 : left.file > right.file ? 1 : left.line - right.line,
  );

const words = {
  taken: { zh: '受理', en: 'taken' },
  pending: { zh: '待启动', en: 'pending' },
  unplaced: { zh: '分不了类，由人定', en: 'unplaced, a person decides' },
  repeated: { zh: '内容相同，并为一件', en: 'repeated, the same content' },
  bad: { zh: '没有受理', en: 'not taken' },
} as const;

/** The summary for a person. */
export function intakeText(summary: IntakeSummary, lang: Language): string {
  const { total, taken, byStandard, unplaced, bad, stopped } = summary;
  const rest = (['pending', 'repeated'] as const).flatMap((key) =>
    summary[key] === 0 ? [] : [`${words[key][lang]}: ${summary[key]}`],
  );
  return [
    `${words.taken[lang]}: ${taken}/${total}`,
    ...byStandard.map(({ id, title, count }) => `  ${title[lang]} (${id}): ${count}`),
    ...(unplaced.length === 0 ? [] : [`  ${words.unplaced[lang]}: ${unplaced.length}`]),
    ...unplaced.map(
      ({ file, line, report, reason }) => `    ${file}:${line}  ${report}  ${reason[lang]}`,
    ),
    ...rest,
    ...(bad.length === 0 ? [] : [`${words.bad[lang]}: ${bad.length}`]),
    ...bad.map(({ file, line, column, reason }) => {
      const place = column === undefined ? line : `${line}:${column}`;
      return `  ${file}:${place}  ${reason[lang]}`;
    }),
    ...(stopped ? [stopped[lang]] : []),
    '',
  ].join('\n');
}
