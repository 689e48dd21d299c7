import type { TimeFault } from '../model/read-time.ts';
import type { Refusal } from '../model/refusal.ts';
import { timeFaultText } from '../model/time-fault-text.ts';
import type { LeftToDo } from './closing.ts';

/** Every refusal the engine gives, with what is needed instead. Ids are shown with their titles by the API. */
export const refusals = {
  alreadyClosed: (): Refusal => ({
    code: 'already-closed',
    message: {
      zh: '警情已结束，不能再操作',
      en: 'the incident is closed; nothing more can be done to it',
    },
  }),
  keyReused: (): Refusal => ({
    code: 'key-reused',
    message: {
      zh: '同一编号已用于另一内容，请用新编号重新提交',
      en: 'this key was used for another content; submit again with a new key',
    },
  }),
  clocksApart: (): Refusal => ({
    code: 'clocks-apart',
    message: {
      zh: '服务器之间的时钟相差超过一分钟，请稍后重试',
      en: 'the clocks of the servers differ by more than a minute; try again in a moment',
    },
  }),
  happenedInFuture: (): Refusal => ({
    code: 'happened-in-future',
    message: {
      zh: '发生时间晚于现在，请改正',
      en: 'it cannot have happened after now; correct the time',
    },
  }),
  happenedTooLongAgo: (): Refusal => ({
    code: 'happened-too-long-ago',
    message: {
      zh: '发生时间早于报警时间，请改正',
      en: 'it cannot have happened before the report; correct the time',
    },
  }),
  stepUnknown: (step: string): Refusal => ({
    code: 'step-unknown',
    message: { zh: `没有步骤“${step}”`, en: `there is no step \`${step}\` here` },
  }),
  // The person who did it may be the one who is refused.
  stepNotOpen: (status: string, doneBy?: string): Refusal => ({
    code: 'step-not-open',
    message: {
      zh: `该步骤现在不能做（${statusWords[status]?.zh ?? status}）`,
      en: `the step is not open: it is ${statusWords[status]?.en ?? status}`,
    },
    ...(doneBy === undefined ? {} : { doneBy }),
  }),
  stepNotDone: (): Refusal => ({
    code: 'step-not-done',
    message: {
      zh: '该步骤还没有办完，不能重开；请直接办理',
      en: 'the step is not done yet and cannot be opened again; do it when it is open',
    },
  }),
  notYourRole: (role: string): Refusal => ({
    code: 'not-your-role',
    message: { zh: '您在本警情中没有该角色', en: 'you do not hold this role in this incident' },
    role,
  }),
  notYoursToAnswer: (roles: readonly string[]): Refusal => ({
    code: 'not-your-role',
    message: {
      zh: '该事实不由您的角色回答或更正',
      en: 'this fact is answered or corrected by other roles',
    },
    ...(roles[0] !== undefined && { role: roles[0] }),
    roles,
  }),
  answerWithStep: (fact: string, step: string): Refusal => ({
    code: 'answer-with-step',
    message: {
      zh: '该事实须随步骤回答，经另一人同意后生效；请办理该步骤',
      en: 'this fact is answered with its step and takes a second person; do that step',
    },
    missing: [fact],
    step,
  }),
  answerPending: (fact: string, step: string): Refusal => ({
    code: 'answer-pending',
    message: {
      zh: '该事实已有一项更正在等审批，先审完',
      en: 'a correction of this fact waits for its judgement already; judge that first',
    },
    missing: [fact],
    step,
  }),
  secondPersonNeeded: (role: string): Refusal => ({
    code: 'second-person-needed',
    message: {
      zh: '须由另一人同意，不能由提出人自己同意',
      en: 'another person has to agree, not the one who proposed it',
    },
    role,
  }),
  evidenceMissing: (missing: readonly string[]): Refusal => ({
    code: 'evidence-missing',
    message: { zh: '缺少证据，请补齐', en: 'evidence is missing; add it' },
    missing,
  }),
  evidenceUnknown: (missing: readonly string[]): Refusal => ({
    code: 'evidence-unknown',
    message: { zh: '该步骤不收此类证据', en: 'the step does not take this kind of evidence' },
    missing,
  }),
  factsMissing: (missing: readonly string[]): Refusal => ({
    code: 'facts-missing',
    message: { zh: '还有问题没有回答', en: 'facts are not answered yet' },
    missing,
  }),
  factInvalid: (missing: readonly string[], fault?: TimeFault): Refusal => ({
    code: 'fact-invalid',
    message: fault
      ? {
          zh: `所填时间${timeFaultText(fault).zh}`,
          en: `the time given ${timeFaultText(fault).en}`,
        }
      : { zh: '答案不在可选范围内', en: 'an answer is not one that the fact takes' },
    missing,
  }),
  factUnknown: (missing: readonly string[]): Refusal => ({
    code: 'fact-unknown',
    message: {
      zh: `没有事实${missing.map((id) => `“${id}”`).join('、')}`,
      en: `there is no fact ${missing.map((id) => `\`${id}\``).join(', ')} here`,
    },
    missing,
  }),
  crewTooSmall: (officers: number): Refusal => ({
    code: 'crew-too-small',
    message: { zh: `至少${officers}名民警`, en: `at least ${officers} officers have to go` },
  }),
  equipmentMissing: (missing: readonly string[]): Refusal => ({
    code: 'equipment-missing',
    message: { zh: '装备未带齐', en: 'equipment is not confirmed' },
    missing,
  }),
  reasonUnknown: (): Refusal => ({
    code: 'reason-unknown',
    message: { zh: '请从列表中选择原因', en: 'choose a reason from the list' },
  }),
  nothingPending: (): Refusal => ({
    code: 'nothing-pending',
    message: { zh: '没有等待审批的事项', en: 'nothing waits for a judgement here' },
  }),
  notExtendable: (): Refusal => ({
    code: 'not-extendable',
    message: {
      zh: '该时限不能延长，或已延长到上限',
      en: 'the due cannot be extended, or not again',
    },
  }),
  roleUnknown: (role: string): Refusal => ({
    code: 'role-unknown',
    message: { zh: `没有角色“${role}”`, en: `there is no role \`${role}\` here` },
  }),
  standardUnknown: (id: string): Refusal => ({
    code: 'standard-unknown',
    message: { zh: `没有标准“${id}”`, en: `there is no standard \`${id}\` to switch to` },
  }),
  standardChanging: (): Refusal => ({
    code: 'standard-changing',
    message: {
      zh: '正在更换标准，还没有换好，稍后再结束',
      en: 'the standard is being changed and is not there yet; close a little later',
    },
  }),
  reportJoined: (): Refusal => ({
    code: 'report-joined',
    message: {
      zh: '该报警已在本警情中，无须再并入',
      en: 'the report belongs to this incident already; nothing is left to do',
    },
  }),
  switchPending: (): Refusal => ({
    code: 'switch-pending',
    message: {
      zh: '已有一项改类型在等审批，先审完',
      en: 'a change of type waits for its judgement already; judge that first',
    },
  }),
  stepsOpen: ({ open, waiting, undecided, unconfirmed }: LeftToDo): Refusal => ({
    code: 'steps-open',
    message: {
      zh: '还有步骤没有完成，不能结束',
      en: 'steps are not done yet; the incident cannot be closed',
    },
    open,
    waiting,
    undecided,
    unconfirmed,
  }),
} as const;

const statusWords: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  waiting: { zh: '前面的步骤未完成', en: 'waiting for what comes before' },
  undecided: { zh: '是否需要还不清楚', en: 'undecided while facts are unanswered' },
  open: { zh: '正在办理', en: 'open' },
  between: { zh: '本次已做，下次未到', en: 'done for now, until its next occurrence' },
  done: { zh: '已完成', en: 'done' },
  'not-needed': { zh: '不需要', en: 'not needed' },
  deviated: { zh: '已批准不做', en: 'deviated from with agreement' },
  superseded: { zh: '已换标准', en: 'superseded by another standard' },
  proposed: { zh: '等待审批', en: 'waiting for a second person' },
};
