import { nearestWord } from '../../diagnostics/nearest-word.ts';
import type { DocumentPath } from '../../model/diagnostic.ts';
import type { FactValue } from '../../model/fact-value.ts';
import type { Text } from '../../model/text.ts';
import { timeFaultText } from '../../model/time-fault-text.ts';
import { readReportTime } from './report-time.ts';

/** A report as it stands in a file: what was told, and what the operator confirmed. */
export interface ToldReport {
  readonly report: {
    /** A moment, local where it names no offset, `2026-03-02T22:00`, or only a time of day, `22:00`: of the day on which it is told. */
    readonly at?: string;
    readonly channel?: string;
    readonly unit?: string;
    readonly zone?: string;
    readonly 'handled-at'?: string;
    readonly text?: string;
    readonly place?: string;
    readonly reporter?: { readonly name?: string; readonly phone?: string };
  };
  readonly confirmed: Readonly<Record<string, FactValue>>;
  /** Reports that name one event tell of it: the first begins its incident and the others join it. */
  readonly event?: string;
  /** Facts that come out later. They are not sent with the report: scripted officers answer them when a step asks. */
  readonly 'turns-out'?: Readonly<Record<string, FactValue>>;
}

export const reportKeys = ['at', 'channel', 'unit', 'zone', 'handled-at', 'text', 'place'] as const;

/** A fault in a value that should be a report, and its place in it. */
export interface ToldFault {
  readonly path: DocumentPath;
  readonly at: 'key' | 'value';
  readonly reason: Text;
}

/** Takes a value from a file as a report, or says what is wrong with it. */
export function toldReport(value: unknown): ToldReport | ToldFault {
  if (!isMap(value))
    return wrong([], '应为 report 和 confirmed', 'must be a map of report and confirmed');
  const { report, confirmed, event, 'turns-out': turnsOut, ...rest } = value;
  const fault =
    strangeKey(rest, ['report', 'confirmed', 'event', 'turns-out'], []) ??
    (isMap(report) ? reportFault(report) : wrong([], '缺 report', 'lacks report')) ??
    factsFault('confirmed', confirmed) ??
    factsFault('turns-out', turnsOut) ??
    (event === undefined || typeof event === 'string'
      ? undefined
      : wrong(['event'], 'event 应为文字', 'event must be a text'));
  if (fault) return fault;
  return {
    report,
    confirmed: confirmed ?? {},
    ...(event !== undefined && { event }),
    ...(isMap(turnsOut) && { 'turns-out': turnsOut }),
  } as ToldReport;
}

function reportFault(report: Readonly<Record<string, unknown>>): ToldFault | undefined {
  const { reporter, ...rest } = report;
  const strange = strangeKey(rest, reportKeys, ['report']);
  if (strange) return strange;
  for (const [key, text] of Object.entries(rest)) {
    if (typeof text !== 'string')
      return wrong(
        ['report', key],
        `report.${key} 应为文字（加引号）`,
        `report.${key} must be a text (put it in quotes)`,
      );
  }
  const { at } = rest;
  const time = typeof at === 'string' ? readReportTime(at) : undefined;
  if (time?.fault) {
    const { zh, en } = timeFaultText(time.fault);
    return wrong(['report', 'at'], `report.at \`${at}\` ${zh}`, `report.at \`${at}\` ${en}`);
  }
  if (reporter === undefined) return undefined;
  const path = ['report', 'reporter'];
  if (!isMap(reporter))
    return wrong(path, 'reporter 应为 name 和 phone', 'reporter must be a map of name and phone');
  const strangeInside = strangeKey(reporter, ['name', 'phone'], path);
  if (strangeInside) return strangeInside;
  const bad = Object.entries(reporter).find(([, text]) => typeof text !== 'string')?.[0];
  return bad === undefined
    ? undefined
    : wrong(
        [...path, bad],
        `report.reporter.${bad} 应为文字（加引号）`,
        `report.reporter.${bad} must be a text (put it in quotes)`,
      );
}

function factsFault(key: 'confirmed' | 'turns-out', facts: unknown): ToldFault | undefined {
  if (facts === undefined || facts === null) return undefined;
  if (!isMap(facts))
    return wrong([key], `${key} 应为事实和答案`, `${key} must be a map of facts and answers`);
  const bad = Object.entries(facts).find(([, value]) => !isAnswer(value))?.[0];
  return bad === undefined
    ? undefined
    : wrong([key, bad], `${key}.${bad} 没有答案`, `${key}.${bad} has no answer`);
}

const isAnswer = (value: unknown): value is FactValue =>
  typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);

function strangeKey(
  map: Readonly<Record<string, unknown>>,
  known: readonly string[],
  path: readonly string[],
): ToldFault | undefined {
  const strange = Object.keys(map).find((key) => !known.includes(key));
  if (strange === undefined) return undefined;
  const meant = nearestWord(strange, known);
  const name = [...path, strange].join('.');
  const { reason } = wrong(
    [],
    `没有 ${name} 这一项${meant === undefined ? '' : `（是不是 ${meant}？）`}`,
    `unknown key ${name}${meant === undefined ? '' : ` (did you mean ${meant}?)`}`,
  );
  return { path: [...path, strange], at: 'key', reason };
}

const wrong = (path: DocumentPath, zh: string, en: string): ToldFault => ({
  path,
  at: 'value',
  reason: { zh, en },
});

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
