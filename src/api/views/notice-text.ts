import type { Text } from '../../model/text.ts';
import type { NoticeData } from '../../store/ports/notices.ts';
import { fillText } from './fill-text.ts';
import { lateSentences } from './log-patterns.ts';
import type { Reading } from './reading.ts';
import { subjectTitle } from './title-of.ts';

const reminded: Text = { zh: '“{step}”快到时限', en: '{step}: due soon' };
const rung: Text = { zh: '“{step}”超时已升级', en: '{step}: late, passed up to you' };
const told: Readonly<Record<Extract<NoticeData, { kind: 'told' }>['what'], Text>> = {
  done: { zh: '“{step}”已完成', en: '{step}: done' },
  proposed: { zh: '“{step}”待你审批', en: '{step}: to be judged' },
  rejected: { zh: '“{step}”被退回', en: '{step}: rejected' },
  agreed: { zh: '“{step}”已同意', en: '{step}: agreed' },
};

const calledAgain: Text = { zh: '这起警情又有人报警', en: 'reported again' };
const calledAgainWith: Text = {
  zh: '这起警情又有人报警：“{words}”',
  en: 'reported again: “{words}”',
};

/** The text of a notice for the role it went to. */
export function noticeText(
  reading: Pick<Reading, 'index' | 'spec'>,
  data: NoticeData,
  words?: string,
): Text {
  const step = subjectTitle(reading, data.step);
  switch (data.kind) {
    case 'reminded':
      return fillText(reminded, { step });
    case 'late':
      return fillText(lateSentences[data.of], { step });
    case 'rung':
      return fillText(rung, { step });
    case 'joined':
      return words === undefined ? calledAgain : fillText(calledAgainWith, { words });
    case 'told':
      return fillText(told[data.what], { step });
  }
}
