import type { ProblemDetails } from '../../contract/problem-contract.ts';
import type { NewReport, ReportTaken } from '../../contract/report-contract.ts';
import { canonicalJson } from '../../model/canonical-json.ts';
import { sha256Hex } from '../../machine/sha256-hex.ts';
import type { Text } from '../../model/text.ts';
import type { Ask } from '../client/ask.ts';
import { isTimeOfDay, type ToldReport } from '../reports/told-report.ts';

/** What became of a report that was sent. `stopped`: the system no longer answers, others would fare no better. */
export type Answered =
  { readonly taken: ReportTaken } | { readonly reason: Text } | { readonly stopped: Text };

// Files state local moments, and the bureau's clocks show China's one time.
const localOffset = '+08:00';

/**
 * Sends a report under a key made from its content: sent again, it is the same report. `incident` is the running one
 * that it tells more of; where that has closed, the report begins its own.
 */
export async function postReport(ask: Ask, told: ToldReport, incident?: string): Promise<Answered> {
  const body = { ...newReport(told), ...(incident !== undefined && { incident }) };
  const answer = await ask({
    method: 'POST',
    path: '/api/reports',
    key: `intake-${sha256Hex(canonicalJson(body))}`,
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

function newReport({ report, confirmed }: ToldReport): NewReport {
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
  return {
    channel,
    text,
    // A time of day without a date says when it is to be sent; told it is when it comes.
    ...(at !== undefined &&
      !isTimeOfDay(at) && { at: new Date(`${at}${localOffset}`).toISOString() }),
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
