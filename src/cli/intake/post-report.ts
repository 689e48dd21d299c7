import type { ProblemDetails } from '../../contract/problem-contract.ts';
import type { NewReport, ReportTaken } from '../../contract/report-contract.ts';
import { canonicalJson } from '../../model/canonical-json.ts';
import { sha256Hex } from '../../machine/sha256-hex.ts';
import type { Text } from '../../model/text.ts';
import { writeMoment } from '../../model/write-moment.ts';
import type { Ask } from '../client/ask.ts';
import { readReportTime, timeOfDayOf } from '../reports/report-time.ts';
import type { ToldReport } from '../reports/told-report.ts';

/** The outcome of a report that was sent. `stopped`: the system no longer answers, others would fare no better. */
export type Answered =
  { readonly taken: ReportTaken } | { readonly reason: Text } | { readonly stopped: Text };

/**
 * Sends a report under a key made from its content: sent again, it is the same report. `incident` is the running one
 * that it tells more of; where that has closed, the report begins its own.
 */
export async function postReport(ask: Ask, told: ToldReport, incident?: string): Promise<Answered> {
  const body = { ...newReport(told), ...(incident !== undefined && { incident }) };
  const answer = await ask({
    method: 'POST',
    path: '/api/reports',
    key: keyOf(told, body),
    body,
  });
  if (answer === undefined)
    return { stopped: { zh: '系统不再应答', en: 'the system stopped answering' } };
  const { status } = answer;
  if (status === 200 || status === 201) return { taken: answer.body as ReportTaken };
  const problem = answer.body as Partial<ProblemDetails>;
  if (incident !== undefined && problem.code === 'incident-closed') return postReport(ask, told);
  const reason = reasonOf(status, problem);
  return status >= 500 || status === 401 ? { stopped: reason } : { reason };
}

// Two calls in the same words at 08:15 and at 14:40 are two: a time of day is not sent, but makes them so.
const keyOf = ({ report: { at } }: ToldReport, body: NewReport): string => {
  const content = timeOfDayOf(at) === undefined ? body : { ...body, told: at };
  return `intake-${sha256Hex(canonicalJson(content))}`;
};

/** The part of a report that is sent. */
export function newReport({ report, confirmed }: ToldReport): NewReport {
  const {
    at,
    channel = '',
    text = '',
    'handled-at': handledAt,
    unit,
    zone,
    place,
    reporter,
  } = report;
  const time = at === undefined ? undefined : readReportTime(at).value;
  return {
    channel,
    text,
    // A time of day without a date says when it is to be sent; told it is when it comes.
    ...(time?.kind === 'instant' && { at: writeMoment(time.at) }),
    ...(unit !== undefined && { unit }),
    ...(zone !== undefined && { zone }),
    ...(handledAt !== undefined && { handledAt }),
    ...(place !== undefined && { place }),
    ...(reporter !== undefined && { reporter }),
    ...(Object.keys(confirmed).length > 0 && { facts: confirmed }),
  };
}

function reasonOf(status: number, { text, errors = [] }: Partial<ProblemDetails>): Text {
  const list = (lang: 'zh' | 'en') =>
    errors.map(({ pointer, detail }) => `${pointer || '/'} ${detail[lang]}`).join('; ');
  const { zh, en } = text ?? { zh: `HTTP ${status}`, en: `HTTP ${status}` };
  return errors.length === 0
    ? { zh, en }
    : { zh: `${zh}：${list('zh')}`, en: `${en}: ${list('en')}` };
}
