import { hashOf } from '../../../bench/kills/check/chain.mjs';

/** An entry of a log, as the checker reads it. */
export interface Entry {
  readonly seq: number;
  readonly at: number;
  readonly recorded: number;
  readonly step?: string;
  readonly act?: string;
  readonly previous: string;
  readonly hash: string;
  readonly data: { readonly kind: string; readonly [name: string]: unknown };
}

/** An entry before it is chained. */
export type Draft = Omit<Entry, 'seq' | 'previous' | 'hash' | 'recorded'> & {
  readonly recorded?: number;
};

const began = Date.parse('2026-11-30T08:00:00+08:00');

/** So many seconds after the report. */
export const after = (seconds: number): number => began + seconds * 1000;

const act = (key: string, seconds: number, name: string, step?: string): Draft => ({
  at: after(seconds),
  act: key,
  ...(step !== undefined && { step }),
  data: { kind: 'act', act: name },
});
const late = (step: string, due: number, of = ''): Draft => ({
  at: after(due) + 1,
  step,
  data: { kind: 'late', key: `${step}/1/${of}late`, due: after(due) },
});
const rung = (step: string, due: number, id: string, later: number, of = ''): Draft => ({
  at: after(due + later) + 1,
  step,
  data: { kind: 'rung', key: `${step}/1/${of}rung:${id}` },
});

/**
 * The log of a post as it must be: taken in time; looked at so late that two rungs were climbed; written in time; sealed in
 * time and never agreed to, so that the whole ladder of the judgement was climbed.
 */
export const drafts: readonly Draft[] = [
  {
    at: after(0),
    data: { kind: 'started', procedure: 'post', report: 'R1', reportedAt: after(0) },
  },
  { at: after(0), act: 'r1', data: { kind: 'act', act: 'begin' } },
  act('r1-0-take', 1, 'do', 'take'),
  late('look', 4),
  rung('look', 4, 'told', 0),
  rung('look', 4, 'more', 3),
  act('r1-1-look', 8, 'do', 'look'),
  { at: after(8), act: 'r1-1-look', data: { kind: 'fact', fact: 'hurt', value: 'no' } },
  act('r1-2-write', 9, 'do', 'write'),
  { at: after(9), act: 'r1-2-write', data: { kind: 'starts', id: 'paper:I1' } },
  act('r1-3-seal', 10, 'do', 'seal'),
  late('seal', 13, '10/pending:'),
  rung('seal', 13, 'told', 0, '10/pending:'),
  rung('seal', 13, 'more', 3, '10/pending:'),
  rung('seal', 13, 'top', 6, '10/pending:'),
];

/** Chains drafts as the program does. */
export function chained(list: readonly Draft[]): Entry[] {
  const entries: Entry[] = [];
  let previous = '0'.repeat(64);
  let recorded = 0;
  for (const [index, draft] of list.entries()) {
    recorded = Math.max(recorded, draft.recorded ?? draft.at);
    const linked = { ...draft, recorded, seq: index + 1, previous, hash: '' };
    previous = hashOf(linked);
    entries.push({ ...linked, hash: previous });
  }
  return entries;
}

/** The acts that were sent for a log, with their answers, and the dossier of it: nothing is wrong with them. */
export function aPost(list: readonly Draft[] = drafts) {
  const entries = chained(list);
  const acts = entries.filter(({ data, step }) => data.kind === 'act' && step !== undefined);
  const receipts = acts.map(({ act: key = '', at, seq, hash }) => ({
    act: key,
    happened: new Date(at).toISOString(),
    seq,
    hash,
  }));
  const sent = [
    ...receipts.map((receipt) => ({
      key: receipt.act,
      isRefused: false,
      answers: [{ status: 200, receipt }],
    })),
    { key: 'r1-4-close', isRefused: true, answers: [{ status: 409, code: 'steps-open' }] },
  ];
  const { seq, hash } = entries.at(-1) ?? { seq: 0, hash: '' };
  return { sent, dossier: { incident: 'I1', entries, receipts, head: { seq, hash } } };
}
