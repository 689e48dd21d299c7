import type { Text } from '../../model/text.ts';

/** Sentences about an incident as a whole, with holes for names. */
export const lifeSentences = {
  started: { zh: '按“{standard}”开始办理', en: 'handling begins under {standard}' },
  answered: { zh: '已回答：{fact}', en: 'answered: {fact}' },
  answeredAs: { zh: '{fact}：{value}', en: '{fact} {value}' },
  corrected: { zh: '已更正：{fact}', en: 'corrected: {fact}' },
  correctedAs: { zh: '更正 {fact}：{value}', en: 'corrected: {fact} {value}' },
  decided: { zh: '{rules}：{outcome}', en: '{rules}: {outcome}' },
  undecided: { zh: '{rules}：尚不能判定', en: '{rules}: not decided yet' },
  bound: { zh: '{role}：{holder}', en: '{role}: {holder}' },
  priority: { zh: '等级由 {from} 改为 {to}', en: 'priority from {from} to {to}' },
  reminded: { zh: '“{step}”快到时限，已提醒{roles}', en: '{step}: due soon, {roles} reminded' },
  rung: {
    zh: '“{step}”超时，按“{ladder}”升级告知{roles}',
    en: '{step}: late, passed up to {roles} by {ladder}',
  },
  starts: { zh: '启动“{procedure}”', en: '{procedure} begins' },
  added: { zh: '同时适用“{procedure}”', en: '{procedure} applies as well' },
  joined: { zh: '并入报警 {report}', en: 'report {report} joined' },
  calendar: { zh: '新日历 {calendar} 生效', en: 'the calendar {calendar} applies' },
  'effect-asked': { zh: '待办：{what}', en: 'to be done: {what}' },
  'effect-failed': {
    zh: '系统没有做成：{what}，正在重试',
    en: 'the system could not do it yet and tries again: {what}',
  },
  'effect-performed': { zh: '已办：{what}', en: 'done: {what}' },
  closed: { zh: '办理结束', en: 'closed' },
} as const;

/** The sentences for what is late. */
export const lateSentences = {
  step: { zh: '“{step}”超时', en: '{step}: late' },
  judgement: { zh: '“{step}”的审批超时', en: '{step}: the judgement on it is late' },
  answer: { zh: '“{step}”还没问清，超时', en: '{step}: late with the answer it waits for' },
  occurrence: { zh: '“{step}”本次未做', en: '{step}: an occurrence was missed' },
} as const;

/** The sentences for a result that a role was told. */
export const toldSentences = {
  done: { zh: '“{step}”完成，已告知{role}', en: '{step}: done, {role} told' },
  proposed: { zh: '“{step}”待审批，已告知{role}', en: '{step}: to be judged, {role} told' },
  rejected: { zh: '“{step}”被退回，已告知{role}', en: '{step}: rejected, {role} told' },
  agreed: { zh: '“{step}”已同意，已告知{role}', en: '{step}: agreed, {role} told' },
} as const;

/** The sentences for a change of standard. */
export const switchSentences = {
  proposed: { zh: '提议由“{from}”改为“{to}”', en: 'a switch from {from} to {to} is proposed' },
  done: { zh: '由“{from}”改为“{to}”', en: 'switched from {from} to {to}' },
  agreed: { zh: '同意由“{from}”改为“{to}”', en: 'the switch from {from} to {to} is agreed' },
  rejected: { zh: '不同意由“{from}”改为“{to}”', en: 'the switch from {from} to {to} is rejected' },
} as const;

/** The sentences for what the system has to do outside after an act or by the clock. */
export const effectSentences = {
  start: { zh: '启动“{procedure}”', en: 'begin {procedure}' },
  'add-standard': { zh: '同时适用“{procedure}”', en: 'put {procedure} beside' },
  switch: { zh: '改为“{procedure}”', en: 'switch to {procedure}' },
  rung: { zh: '“{step}”超时，增派单位', en: '{step} is late: send another unit' },
} as const;

/** The sentences for what a person did, by the kind of act. */
export const actSentences: Readonly<Record<string, Text>> = {
  do: { zh: '{who}：做“{step}”', en: '{who} does {step}' },
  answer: { zh: '{who}：回答或更正', en: '{who} answers or corrects' },
  deviate: { zh: '{who}：申请不做“{step}”', en: '{who} proposes to deviate from {step}' },
  extend: { zh: '{who}：延长“{step}”的时限', en: '{who} extends the due of {step}' },
  agree: { zh: '{who}：同意', en: '{who} agrees' },
  reject: { zh: '{who}：不同意', en: '{who} rejects' },
  reopen: { zh: '{who}：重开“{step}”', en: '{who} re-opens {step}' },
  'hand-over': { zh: '{who}：移交', en: '{who} hands over' },
  join: { zh: '{who}：并入报警', en: '{who} joins a report' },
  switch: { zh: '{who}：更换标准', en: '{who} switches the standard' },
  close: { zh: '{who}：结束办理', en: '{who} closes' },
};
