import type { Language } from '../../diagnostics/language.ts';
import type { TimelineLine } from './timeline.ts';

const words: Readonly<Record<TimelineLine['what'], Readonly<Record<Language, string>>>> = {
  started: { zh: '开始', en: 'started' },
  prompt: { zh: '提示', en: 'prompt' },
  done: { zh: '完成', en: 'done' },
  proposed: { zh: '待批', en: 'proposed' },
  deviated: { zh: '经批准不做', en: 'deviated' },
  missed: { zh: '本次未做', en: 'missed' },
  'not-needed': { zh: '不需要', en: 'not needed' },
  superseded: { zh: '终止', en: 'superseded' },
  reminded: { zh: '提醒', en: 'reminded' },
  late: { zh: '逾期', en: 'LATE' },
  rung: { zh: '升级', en: 'rung' },
  told: { zh: '告知', en: 'told' },
  decided: { zh: '判定', en: 'decided' },
  priority: { zh: '等级', en: 'priority' },
  starts: { zh: '启动', en: 'starts' },
  beside: { zh: '同时适用', en: 'beside' },
  switch: { zh: '换标准', en: 'switch' },
  closed: { zh: '办结', en: 'closed' },
};

const more = {
  due: { zh: '时限', en: 'due' },
  tells: { zh: '告知', en: 'tells' },
  late: { zh: '逾期', en: 'late by' },
  overdue: { zh: '开始时已逾期', en: 'overdue at opening' },
  by: { zh: '由', en: 'by' },
  feedback: { zh: '反馈', en: 'feedback' },
} as const;

/** A timeline for a person: when, what, which step, and what belongs to it. */
export function timelineText(lines: readonly TimelineLine[], lang: Language): string {
  const rows = lines.map(
    (line) => [`+${line.after}`, line.at, words[line.what][lang], textOf(line, lang)] as const,
  );
  const width = (column: 0 | 1 | 2) => Math.max(0, ...rows.map((row) => widthOf(row[column])));
  const widths = [width(0), width(1), width(2)] as const;
  return rows
    .map(([after, at, what, text]) =>
      `${pad(after, widths[0])}  ${pad(at, widths[1])}  ${pad(what, widths[2])}  ${text}`.trimEnd(),
    )
    .map((row) => `${row}\n`)
    .join('');
}

function textOf(line: TimelineLine, lang: Language): string {
  const {
    step,
    title,
    occurrence,
    feedback,
    role,
    due,
    overdueAtOpening,
    lateBy,
    by,
    tell,
    detail,
  } = line;
  const named = title ? `${title[lang]} (${step ?? detail})` : (step ?? detail);
  const roles = tell?.map((each) => each[lang]).join(lang === 'zh' ? '、' : ', ');
  return [
    named,
    occurrence === undefined ? '' : `#${occurrence}`,
    feedback === undefined ? '' : `[${more.feedback[lang]} ${feedback}]`,
    role?.[lang],
    by === undefined ? '' : `${more.by[lang]} ${by}`,
    due === undefined ? '' : `${more.due[lang]} ${due}`,
    overdueAtOpening ? more.overdue[lang] : '',
    lateBy === undefined ? '' : `${more.late[lang]} ${lateBy}`,
    step !== undefined && detail !== undefined && line.what !== 'late' ? detail : '',
    line.do?.join(', '),
    roles ? `${more.tells[lang]} ${roles}` : '',
  ]
    .filter((part) => part !== undefined && part !== '')
    .join('  ');
}

// Chinese characters take two columns in a terminal.
const widthOf = (text: string) =>
  [...text].reduce((sum, each) => sum + (/[\u2E80-\uFFEF]/u.test(each) ? 2 : 1), 0);
const pad = (text: string, width: number) => text + ' '.repeat(Math.max(0, width - widthOf(text)));
