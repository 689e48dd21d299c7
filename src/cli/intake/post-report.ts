import type { ProblemDetails } from '../../contract/problem-contract.ts';
import type { NewReport, ReportTaken } from '../../contract/report-contract.ts';
import { canonicalJson } from '../../machine/canonical-json.ts';
import { sha256Hex } from '../../machine/sha256-hex.ts';
import type { Text } from '../../model/text.ts';
import type { ToldReport } from '../reports/told-report.ts';
import type { SignedIn } from './sign-in.ts';

/** What became of a report that was sent. `stopped`: the system no longer answers, others would fare no better. */
export type Answered =
  { readonly taken: ReportTaken } | { readonly reason: Text } | { readonly stopped: Text };

// Files state local moments, and the bureau's clocks show China's one time.
const localOffset = '+08:00';

/** Sends a report under a key made from its content: sent again, it is the same report. */
export async function postReport({ url, token }: SignedIn, told: ToldReport): Promise<Answered> {
  const body = newReport(told);
  let response: Response;
  try {
    response = await fetch(`${url}/api/reports`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${token}`,
        'idempotency-key': `intake-${sha256Hex(canonicalJson(body))}`,
      },
      body: JSON.stringify(body),
    });
  } catch {
    return { stopped: { zh: '系统不再应答', en: 'the system stopped answering' } };
  }
  const answer = (await response.json().catch(() => ({}))) as unknown;
  if (response.ok) return { taken: answer as ReportTaken };
  const reason = reasonOf(response.status, answer as Partial<ProblemDetails>);
  return response.status >= 500 || response.status === 401 ? { stopped: reason } : { reason };
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
    ...(at !== undefined && { at: new Date(`${at}${localOffset}`).toISOString() }),
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
