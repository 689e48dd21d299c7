import { nearestWord } from '../../diagnostics/nearest-word.ts';
import type { FactValue } from '../../model/fact-value.ts';
import type { Text } from '../../model/text.ts';

/** A report as it stands in a file: what was told, and what the operator confirmed. */
export interface ToldReport {
  readonly report: {
    /** A local moment, `2026-03-02T22:00`, or only a time of day, `22:00`: of the day on which it is told. */
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
  /** What comes out later. It is not sent with the report: scripted officers answer it when a step asks. */
  readonly 'turns-out'?: Readonly<Record<string, FactValue>>;
}

export const reportKeys = ['at', 'channel', 'unit', 'zone', 'handled-at', 'text', 'place'] as const;

/** Takes a value from a file as a report, or says what is wrong with it. */
export function toldReport(value: unknown): ToldReport | { readonly reason: Text } {
  if (!isMap(value))
    return wrong('应为 report 和 confirmed', 'must be a map of report and confirmed');
  const { report, confirmed, event, 'turns-out': turnsOut, ...rest } = value;
  const reason =
    strangeKey(rest, ['report', 'confirmed', 'event', 'turns-out'], '') ??
    (isMap(report) ? reportReason(report) : wrong('缺 report', 'lacks report')) ??
    factsReason('confirmed', confirmed) ??
    factsReason('turns-out', turnsOut) ??
    (event === undefined || typeof event === 'string'
      ? undefined
      : wrong('event 应为文字', 'event must be a text'));
  if (reason) return reason;
  return {
    report,
    confirmed: confirmed ?? {},
    ...(event !== undefined && { event }),
    ...(isMap(turnsOut) && { 'turns-out': turnsOut }),
  } as ToldReport;
}

function reportReason(report: Readonly<Record<string, unknown>>) {
  const { reporter, ...rest } = report;
  const strange = strangeKey(rest, reportKeys, 'report.');
  if (strange) return strange;
  const { at, ...texts } = rest;
  for (const [key, text] of Object.entries(texts)) {
    if (typeof text !== 'string')
      return wrong(`report.${key} 应为文字`, `report.${key} must be a text`);
  }
  if (at !== undefined && !(typeof at === 'string' && (localMoment.test(at) || isTimeOfDay(at)))) {
    return wrong(
      'report.at 应如 2026-03-02T22:00 或 "22:00"',
      'report.at must be such as 2026-03-02T22:00 or "22:00"',
    );
  }
  if (reporter === undefined) return undefined;
  if (!isMap(reporter))
    return wrong('reporter 应为 name 和 phone', 'reporter must be a map of name and phone');
  const strangeInside = strangeKey(reporter, ['name', 'phone'], 'report.reporter.');
  if (strangeInside) return strangeInside;
  const bad = Object.entries(reporter).find(([, text]) => typeof text !== 'string')?.[0];
  return bad === undefined
    ? undefined
    : wrong(
        `report.reporter.${bad} 应为文字（加引号）`,
        `report.reporter.${bad} must be a text (put it in quotes)`,
      );
}

const localMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/;

/** Whether a moment says no date: it is told on whichever day it comes. */
export const isTimeOfDay = (at: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(at);

function factsReason(key: 'confirmed' | 'turns-out', facts: unknown) {
  if (facts === undefined || facts === null) return undefined;
  if (!isMap(facts))
    return wrong(`${key} 应为事实和答案`, `${key} must be a map of facts and answers`);
  const bad = Object.entries(facts).find(
    ([, value]) => !['string', 'number', 'boolean'].includes(typeof value),
  );
  return bad && wrong(`${key}.${bad[0]} 没有答案`, `${key}.${bad[0]} has no answer`);
}

function strangeKey(
  map: Readonly<Record<string, unknown>>,
  known: readonly string[],
  before: string,
) {
  const strange = Object.keys(map).find((key) => !known.includes(key));
  if (strange === undefined) return undefined;
  const meant = nearestWord(strange, known);
  return wrong(
    `没有 ${before}${strange} 这一项${meant === undefined ? '' : `（是不是 ${meant}？）`}`,
    `unknown key ${before}${strange}${meant === undefined ? '' : ` (did you mean ${meant}?)`}`,
  );
}

const wrong = (zh: string, en: string) => ({ reason: { zh, en } });

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
