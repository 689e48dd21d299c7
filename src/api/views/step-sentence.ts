import type { StepStatus } from '../../model/step-row.ts';
import type { LogData } from '../../model/log-entry.ts';
import type { Text } from '../../model/text.ts';

type StepData = Extract<LogData, { kind: 'step' }>;

const byStatus: Readonly<Record<StepStatus, Text>> = {
  waiting: { zh: '“{step}”等待前面的步骤', en: '{step}: waits for what comes before' },
  undecided: { zh: '“{step}”是否需要尚不清楚', en: '{step}: not known yet whether it is needed' },
  open: { zh: '“{step}”开始', en: '{step}: open' },
  between: {
    zh: '“{step}”本次完成，等待下一次',
    en: '{step}: done for now, until its next occurrence',
  },
  done: { zh: '“{step}”完成', en: '{step}: done' },
  'not-needed': { zh: '“{step}”不需要', en: '{step}: not needed' },
  deviated: { zh: '“{step}”经同意不做', en: '{step}: deviated from, with agreement' },
  missed: { zh: '“{step}”本次未做', en: '{step}: missed' },
  superseded: { zh: '“{step}”因更换标准而终止', en: '{step}: superseded by another standard' },
};

const byPending: Readonly<Record<NonNullable<StepData['row']['pending']>['kind'], Text>> = {
  approve: { zh: '“{step}”已提交审批', en: '{step}: proposed for approval' },
  confirm: { zh: '“{step}”完成，待确认', en: '{step}: done, to be confirmed' },
  correction: {
    zh: '“{step}”的答案要更正，待同意',
    en: '{step}: a corrected answer, to be agreed',
  },
  deviation: { zh: '“{step}”申请不做，待同意', en: '{step}: a deviation is proposed' },
  'back-dating': { zh: '“{step}”补录时间较久，待同意', en: '{step}: dated far back, to be agreed' },
};

/** The new state of a step, as a sentence with a hole for its title. */
export function stepSentence({ from, row }: StepData): Text {
  const { pending, status } = row;
  if (row.asked && row.asked.lateAt === undefined) return asked;
  if (pending && status !== from) return byPending[pending.kind];
  if (status !== from) return status === 'done' && row.lateBy ? doneLate : byStatus[status];
  if (pending) return byPending[pending.kind];
  return { zh: '“{step}”有更新', en: '{step}: updated' };
}

const asked: Text = {
  zh: '“{step}”还没问清，已请人回答',
  en: '{step}: somebody is asked for the answer it waits for',
};

const doneLate: Text = { zh: '“{step}”完成（超时）', en: '{step}: done, late' };
