import type { LogEntry } from '../../model/log-entry.ts';
import type { StepRecord } from '../ports/incidents.ts';
import type { NoticeData } from '../ports/notices.ts';
import type { NoticeProjection } from './projection.ts';

/** The notices that an entry gives: one for each role that it tells something. */
export function projectNotices(
  incident: string,
  steps: Readonly<Record<string, StepRecord>>,
  entry: LogEntry,
): readonly NoticeProjection[] {
  const notice = noticeOf(steps, entry);
  if (notice === undefined) return [];
  const { seq, at, step, occurrence, by } = entry;
  const about = {
    ...(step !== undefined && { step }),
    ...(occurrence !== undefined && { occurrence }),
    ...(by !== undefined && { by }),
  };
  return [...new Set(notice.roles)].map((role) => ({
    id: `${incident}:${seq}:${role}`,
    incident,
    seq,
    key: notice.key,
    role,
    at,
    data: { ...about, ...notice.data },
  }));
}

interface Notice {
  readonly key: string;
  readonly roles: readonly string[];
  readonly data: NoticeData;
}

function noticeOf(
  steps: Readonly<Record<string, StepRecord>>,
  { seq, step, data }: LogEntry,
): Notice | undefined {
  // An entry names the step's role as the standard does; the step's record has who that is here.
  const doer = step === undefined ? undefined : steps[step]?.role;
  switch (data.kind) {
    case 'reminded': {
      const roles = doer === undefined ? data.tell : [doer];
      return { key: data.key, roles, data: { kind: 'reminded', due: data.due } };
    }
    case 'late': {
      const late = step === undefined ? undefined : steps[step];
      const role = {
        judgement: late?.row.pending?.judge,
        answer: late?.row.asked?.role,
        step: late?.role,
        occurrence: late?.role,
      }[data.of];
      const roles = role === undefined ? [] : [role];
      return { key: data.key, roles, data: { kind: 'late', of: data.of, due: data.due } };
    }
    case 'rung': {
      const { key, ladder, rung, tell } = data;
      return { key, roles: tell, data: { kind: 'rung', ladder, rung, do: data.do } };
    }
    case 'joined': {
      const { report, tell = [] } = data;
      return { key: `joined:${report}`, roles: tell, data: { kind: 'joined', report } };
    }
    case 'told':
      // Told by an act, so once by nature: the entry is its key.
      return {
        key: `told:${seq}`,
        roles: [toldRole(data, doer)],
        data: { kind: 'told', what: data.what },
      };
    default:
      return undefined;
  }
}

// A second person's answer is for whose step it is, or for who offered the correction; what is proposed or done is for whom the standard names.
const toldRole = (
  { of, what, who }: Extract<LogEntry['data'], { kind: 'told' }>,
  doer: string | undefined,
): string =>
  (what === 'agreed' || what === 'rejected') && of !== 'correction' ? (doer ?? who) : who;
