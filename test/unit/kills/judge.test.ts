import { expect, test } from 'vitest';
import { judgeDossier, judgeReports, judgeStarts } from '../../../bench/kills/check/judge.mjs';
import { aPost, after, drafts, type Draft } from './a-post.ts';

// The checker of the kill drill is tried with faults that are planted: one that finds nothing would prove nothing.
const until = after(60);

/** Only what is wrong. */
const found = (faults: Record<string, readonly string[]>) =>
  Object.fromEntries(Object.entries(faults).filter(([, texts]) => texts.length > 0));
const judged = ({ sent, dossier }: ReturnType<typeof aPost>, at = until) =>
  found(judgeDossier(sent, dossier, at));

const without = (isOut: (draft: Draft) => boolean): Draft[] =>
  drafts.filter((draft) => !isOut(draft));
const keyed = (key: string) => (draft: Draft) => draft.data['key'] === key;
/** The acts and answers of a good log, with another log than there should be. */
const withLog = (list: readonly Draft[]) => {
  const { dossier } = aPost(list);
  const good = aPost();
  return { sent: good.sent, dossier: { ...dossier, receipts: good.dossier.receipts } };
};

test('nothing is wrong with a log that is as it must be', () => {
  expect(judged(aPost())).toEqual({});
});

test('an act that was acknowledged and is not in the log is lost', () => {
  const faults = judged(withLog(without(({ act }) => act === 'r1-2-write')));
  expect(faults['lost']).toContain('r1-2-write was acknowledged and is not in the log');
});

test('an act that stands in the log twice is doubled', () => {
  const twice = drafts.flatMap((draft) =>
    draft.act === 'r1-3-seal' ? [draft, { ...draft }] : [draft],
  );
  expect(judged(withLog(twice))['doubled']).toContain('r1-3-seal stands in the log 2 times');
});

test('an act that nobody sent, and one that was refused, may not stand in the log', () => {
  const stray = { at: after(30), data: { kind: 'act', act: 'answer' } };
  const more = aPost([...drafts, { ...stray, act: 'stray' }, { ...stray, act: 'r1-4-close' }]);
  expect(judged(more)['doubled']).toEqual([
    'r1-4-close was refused and stands in the log',
    'stray stands in the log and nobody sent it',
  ]);
});

test('an act that was sent again must be answered with the same receipt', () => {
  const { sent, dossier } = aPost();
  const again = sent.map((each, index) =>
    index > 0
      ? each
      : { ...each, answers: [...each.answers, { status: 200, receipt: { seq: 7 } }] },
  );
  expect(judgeDossier(again, dossier, until).doubled).toEqual([
    'r1-0-take was answered in two ways',
  ]);
});

test('a receipt that names other entries than the log has shows that the log is another', () => {
  const { sent, dossier } = aPost();
  const other = aPost([
    ...drafts.slice(0, 2),
    { at: after(0), data: { kind: 'told' } },
    ...drafts.slice(2),
  ]);
  const faults = judgeDossier(sent, { ...other.dossier, receipts: dossier.receipts }, until);
  expect(faults.lost).toContain('r1-0-take: the log has other entries than its receipt');
});

test('a receipt that is gone is lost', () => {
  const { sent, dossier } = aPost();
  const faults = judgeDossier(sent, { ...dossier, receipts: dossier.receipts.slice(1) }, until);
  expect(found(faults)).toEqual({ lost: ['r1-0-take has no such receipt any more'] });
});

test.each([
  ['late mark', 'look/1/late', 'look late'],
  ['rung', 'look/1/rung:more', 'look rung:more'],
  ['late mark of a judgement', 'seal/1/10/pending:late', 'seal pending:late'],
  ['last rung', 'seal/1/10/pending:rung:top', 'seal pending:rung:top'],
])('a missing %s is missed', (_what, key, said) => {
  const faults = judged(aPost(without(keyed(key))));
  expect(faults['missing']?.join()).toMatch(new RegExp(`^${said} of \\d+ is missing$`));
});

test('the ladder of what had passed before it was begun counts from its reminder', () => {
  const late = (from: number): Draft[] => [
    {
      at: after(5),
      data: { kind: 'started', procedure: 'post', report: 'R1', reportedAt: after(0) },
    },
    {
      ...{ at: after(2) + 1, recorded: after(5), step: 'take' },
      data: { kind: 'late', key: 'take/1/late', due: after(2) },
    },
    ...[0, 3, 6].map((later, index) => ({
      at: after(from + later) + 1,
      step: 'take',
      data: { kind: 'rung', key: `take/1/rung:${['told', 'more', 'top'][index]}` },
    })),
  ];
  const refusedOnly = (list: readonly Draft[]) => {
    const { sent, dossier } = aPost(list);
    return found(judgeDossier(sent, dossier, until));
  };
  expect(refusedOnly(late(7))).toEqual({});
  expect(refusedOnly(late(2))['missing']).toHaveLength(3);
});

test('the ladder of what an act opened too late, because it came late, counts from the reminder too', () => {
  // Looked at after 8 seconds, which came after 13: to be written by 11, reminded until 15.
  const rungs = (from: number): Draft[] =>
    (['told', 'more', 'top'] as const).map((id, index) => ({
      at: after(from + 3 * index) + 1,
      step: 'write',
      data: { kind: 'rung', key: `write/1/rung:${id}` },
    }));
  const log = (from: number): Draft[] => [
    ...drafts.slice(0, 6),
    {
      at: after(8),
      recorded: after(13),
      act: 'r1-1-look',
      step: 'look',
      data: { kind: 'act', act: 'do' },
    },
    { at: after(8), act: 'r1-1-look', data: { kind: 'fact', fact: 'hurt', value: 'no' } },
    {
      at: after(11) + 1,
      step: 'write',
      data: { kind: 'late', key: 'write/1/late', due: after(11) },
    },
    ...rungs(from),
  ];
  const missing = (from: number) => judged(aPost(log(from)))['missing'];
  expect(missing(15)).toBeUndefined();
  expect(missing(11)).toContain(
    `write rung:told is at ${after(11) + 1} instead of ${after(15) + 1}`,
  );
});

test('a judgement that was proposed late in the log is waited for from then', () => {
  const written = drafts.map((draft) =>
    draft.act === 'r1-3-seal' ? { ...draft, recorded: after(11) } : draft,
  );
  expect(judged(aPost(written))['missing']).toContain(
    `seal pending:late is at ${after(13) + 1} instead of ${after(14) + 1}`,
  );
  const moved = written.map((draft) =>
    draft.step === 'seal' && draft.at > after(13)
      ? {
          ...draft,
          at: draft.at + 1000,
          data: { ...draft.data, ...('due' in draft.data && { due: after(14) }) },
        }
      : draft,
  );
  expect(judged(aPost(moved))).toEqual({});
});

test('a mark is not missed before its time', () => {
  const early = without(({ at, step }) => step === 'seal' && at > after(13) + 1);
  expect(judged(aPost(early), after(15))).toEqual({});
  expect(judged(aPost(early), after(17))['missing']).toHaveLength(1);
});

test('a mark that is there twice, and one of a step that had ended, are too many', () => {
  const [late] = drafts.filter(keyed('look/1/late'));
  const twice = drafts.flatMap((draft) => (draft === late ? [draft, { ...draft }] : [draft]));
  expect(judged(aPost(twice))['doubled']).toEqual(['look late stands in the log 2 times']);
  const ended = {
    at: after(2) + 1,
    step: 'take',
    data: { kind: 'late', key: 'take/1/late', due: after(2) },
  };
  const [before, behind] = [drafts.slice(0, 3), drafts.slice(3)];
  expect(judged(aPost([...before, ended, ...behind]))['doubled']).toEqual([
    'take late was written although the step had ended',
  ]);
});

test('a mark at another instant, of another limit, or behind what came after it is at the wrong place', () => {
  const changed = (change: (draft: Draft) => Draft) =>
    drafts.map((draft) => (draft.data['key'] === 'look/1/late' ? change(draft) : draft));
  const moved = judged(aPost(changed((draft) => ({ ...draft, at: draft.at + 1 }))));
  expect(moved['missing']?.join()).toContain('instead of');
  const limit = changed((draft) => ({ ...draft, data: { ...draft.data, due: after(5) } }));
  expect(judged(aPost(limit))['missing']?.join()).toContain('says the limit');
  const [late] = drafts.filter(keyed('look/1/late'));
  const behind = [...without(keyed('look/1/late')), { ...late!, recorded: after(30) }];
  expect(judged(aPost(behind))['missing']).toContain(
    'look late stands behind act r1-1-look that came later',
  );
});

test('an entry that was changed, taken out or put in breaks the chain', () => {
  const { sent, dossier } = aPost();
  const changed = dossier.entries.map((entry, index) =>
    index === 3 ? { ...entry, at: entry.at + 1 } : entry,
  );
  const cut = dossier.entries.toSpliced(4, 1);
  for (const entries of [changed, cut, dossier.entries.slice(0, -1)]) {
    expect(judgeDossier(sent, { ...dossier, entries }, until).broken).not.toEqual([]);
  }
});

test('a good act that was refused, and a wrong one that was taken, show', () => {
  const { sent, dossier } = aPost();
  const refused = { key: 'r1-5-state', isRefused: false, answers: [{ status: 409, code: 'no' }] };
  expect(judgeDossier([...sent, refused], dossier, until).refused).toEqual([
    'r1-5-state was answered 409 no',
  ]);
});

test('each report that was acknowledged has one incident', () => {
  const { dossier } = aPost();
  const report = (key: string, id: string) => ({ key, answers: [{ status: 201, report: id }] });
  expect(found(judgeReports([report('r1', 'R1')], [dossier]))).toEqual({});
  expect(judgeReports([report('r1', 'R1'), report('r2', 'R2')], [dossier]).lost).toEqual([
    'r2 was acknowledged as R2 and has no incident',
  ]);
  const twin = { ...dossier, incident: 'I2' };
  expect(judgeReports([report('r1', 'R1')], [dossier, twin]).doubled).toEqual([
    'r1 has the incidents I1 and I2',
  ]);
  expect(judgeReports([], [dossier]).doubled).toEqual(['nobody sent the reports R1']);
});

test('what an incident starts is there, once', () => {
  const never = aPost(without(({ data }) => data.kind === 'starts'));
  expect(judged(never)['lost']).toEqual(['I1 started 0 papers']);
  const { dossier } = aPost();
  expect(judgeStarts([dossier]).lost).toEqual(['paper:I1 was started and is not there']);
  const paper = { ...dossier, incident: 'paper:I1', entries: [] };
  expect(found(judgeStarts([dossier, paper]))).toEqual({});
  expect(judgeStarts([paper]).doubled).toEqual(['nobody started paper:I1']);
});
