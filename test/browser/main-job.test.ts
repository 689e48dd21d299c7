import { expect, test } from 'vitest';
import { testIds } from '../../src/web/test-ids.ts';
import {
  bureau,
  follow,
  firstFeedback,
  secondFeedback,
  theftAtTheScene,
  theftCleared,
  thirdFeedback,
  trace,
  upload,
} from '../system/stories.ts';
import { startSystem } from '../system/system.ts';
import { pageFaults } from './chromium.ts';
import {
  answerFact,
  chooseAct,
  closeInVain,
  confirmSuggestion,
  doStep,
  fillReport,
  fillStep,
  listed,
  openReported,
  openStep,
  promptsOf,
} from './pages.ts';
import { Visitor } from './visitor.ts';

const system = process.env['MJ']
  ? { address: () => 'http://127.0.0.1:7911', password: () => process.env['MJ']! }
  : await startSystem();
const people = await bureau(system);

test('a bag lost in a taxi is handled at the desk from a phone, in Chinese, from the report to the end', async () => {
  const officer = await Visitor.signIn(system, 'cao-anran', { size: 'phone', language: 'zh' });
  const leader = await Visitor.signIn(system, 'gao-shouzheng', { size: 'desk', language: 'zh' });
  await leader.see(testIds.promptsPage).waitFor();

  await fillReport(officer, {
    channel: '亲临到所',
    text: '晚上坐车回来，随身的包不见了，应该是落在出租车上，里面有证件和钥匙',
    place: '敦化坊派出所',
    name: '贾思远',
    phone: '13000000000',
    way: '窗口处置',
    zone: '城区',
  });
  await confirmSuggestion(officer, 'item-missing', '“落在”');
  await officer.picture('report-form');
  await officer.press(testIds.reportSend);
  await officer.see(testIds.reportTaken).waitFor();
  await officer.picture('report-taken');
  const incident = await openReported(officer);
  await officer.picture('incident-new');

  // Nearest due first: one minute, two minutes.
  expect(await promptsOf(officer, incident)).toEqual(['accept-register', 'open-entry']);
  const first = officer.prompt(incident, 'accept-register');
  expect(await first.getByTestId(testIds.countdown).getAttribute('data-stage')).toBe('calm');
  expect(await first.textContent()).toMatch(/还剩 \d+秒/);
  await officer.picture('prompts');

  // A step asked without its evidence says what is missing; with it, it is done.
  await first.click();
  await officer.press(testIds.stepSubmit);
  expect(await officer.see(testIds.missing).textContent()).toContain('接警单');
  await officer.picture('step-missing');
  await fillStep(officer, { evidence: { 'incident-form': 'JJ-2026-0412' } });
  await officer.press(testIds.stepSubmit);
  await officer.see(testIds.taken).waitFor();
  await officer.picture('step-taken');
  await doStep(officer, incident, 'open-entry');

  // Closing early is refused by name.
  const refusal = await closeInVain(officer, incident);
  expect(await refusal.getAttribute('data-code')).toBe('steps-open');
  expect(await listed(refusal, 'open')).toContain('一反馈：接令出警并回访报警人');
  expect(await listed(refusal, 'waiting')).toContain('三反馈：处置结果');
  await officer.picture('refusal');

  // The feedbacks come in order.
  await officer.go(`/incidents/${incident}/steps/feedback-scene`);
  await officer.see(testIds.stepPage).waitFor();
  expect(await officer.see(testIds.stepForm).count()).toBe(0);
  await officer.picture('step-waiting');
  await doStep(officer, incident, 'feedback-accept', { chosen: { 'reporter-reached': '是' } });
  await follow(people, incident, [
    ['officer', 'classify-grade'],
    ['officer', 'talk', { evidence: [{ kind: 'reception-video', reference: 'JD-7' }] }],
  ]);
  await doStep(officer, incident, 'feedback-scene', {
    typed: { 'people-involved': '1' },
    chosen: { 'backup-needed': '否' },
  });
  await openStep(officer, incident, 'describe');
  await fillStep(officer, {
    chosen: { 'lost-or-found': '遗失', 'item-kind': '箱包' },
    typed: { 'item-value': '600', 'item-description': '黑色双肩包，内有证件和钥匙' },
    evidence: { 'lost-found-form': 'YS-31' },
  });
  await officer.picture('step-facts');
  await officer.press(testIds.stepSubmit);
  await officer.see(testIds.taken).waitFor();
  await follow(people, incident, [
    ['officer', 'give-receipt', { evidence: [{ kind: 'acceptance-receipt', reference: 'HZ-9' }] }],
    [
      'officer',
      'theft-screen',
      {
        facts: { 'screened-as': 'not-stolen' },
        evidence: [{ kind: 'screening-form', reference: 'SC-2' }],
      },
    ],
  ]);

  // A deviation waits for a second person, who sees it without a reload and agrees.
  await openStep(officer, incident, 'quick-trace');
  await officer.picture('step-say');
  await chooseAct(officer, '不按规范');
  await officer.choose(testIds.deviateReason, '当晚无法办理（单位已下班）');
  await fillStep(officer, { note: '出租车公司早八点上班，已留言' });
  await officer.picture('step-deviate');
  await officer.press(testIds.stepSubmit);
  await officer.see(testIds.taken).waitFor();
  const asked = leader.prompt(incident, 'quick-trace');
  await asked.waitFor();
  expect(await asked.textContent()).toContain('待你审核');
  await leader.picture('prompts-to-judge');
  await asked.click();
  await leader.see(testIds.pending).waitFor();
  expect(await leader.see(testIds.pending).textContent()).toContain('当晚无法办理');
  await leader.picture('step-judge');
  await leader.press(testIds.stepSubmit);
  await leader.see(testIds.taken).waitFor();

  // What nobody knows yet is answered outside a step, and the handing back is needed no longer.
  const second = await closeInVain(officer, incident);
  expect(await listed(second, 'undecided')).toEqual(['核对权属，签字领取']);
  await officer.picture('refusal-undecided');
  await answerFact(officer, { title: '更正情况', fact: '是否找到遗失物', answer: '否' });
  await officer.see(testIds.fact('item-traced')).first().waitFor();
  await follow(people, incident, [['officer', 'tell-result']]);
  await doStep(officer, incident, 'feedback-result', {
    chosen: { 'confirmed-type': '遗失、拾得财物', result: '已办结' },
    evidence: { 'evidence-list': 'ZJ-1' },
  });
  await officer.go(`/incidents/${incident}`);
  await officer.picture('incident-before-close');
  await doStep(officer, incident, 'close');

  // The closed incident shows all of it.
  await officer.go(`/incidents/${incident}`);
  await officer.see(testIds.closed).waitFor();
  for (const count of [1, 2, 3]) {
    expect(await officer.see(testIds.feedback(count)).getAttribute('data-status')).toBe('done');
  }
  expect(await officer.see(testIds.stepRow('quick-trace')).textContent()).toContain('当晚无法办理');
  expect(await officer.see(testIds.log).textContent()).toContain('高守正');
  expect(await officer.fitsTheWidth()).toBe(true);
  await officer.picture('incident-closed');
  await leader.go(`/incidents/${incident}`);
  await leader.see(testIds.closed).waitFor();
  await leader.picture('incident-closed');
  await leader.press(testIds.noticesBell);
  await leader.see(testIds.noticeList).waitFor();
  await leader.picture('notices');
  expect(pageFaults()).toEqual([]);
}, 180_000);
