import { expect, test } from 'vitest';
import { testIds } from '../../src/web/test-ids.ts';
import {
  bureau,
  follow,
  firstFeedback,
  theftAccepted,
  secondFeedback,
  theftAtTheScene,
  thirdFeedback,
  trace,
  upload,
} from '../system/stories.ts';
import { startSystem } from '../system/system.ts';
import { pageFaults } from './chromium.ts';
import { readFile, sendFileOverABadNetwork } from './bad-network.ts';
import {
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

const system = await startSystem();
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
  expect(await officer.carriesChinese()).toBe(true);
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

  // A step shows what was reported; without its evidence it says what is missing; with it, it is done.
  await first.click();
  await officer.see(testIds.stepPage).getByRole('link', { name: '13000000000' }).waitFor();
  await officer.press(testIds.stepSubmit);
  expect(await officer.see(testIds.missing).textContent()).toContain('接警单');
  expect(await officer.see(testIds.fieldFault).allTextContents()).toEqual([' 还缺']);
  await officer.picture('step-missing');
  await fillStep(officer, { evidence: { 'incident-form': 'JJ-2026-0412' } });
  expect(await officer.see(testIds.fieldFault).count()).toBe(0);
  await officer.press(testIds.stepSubmit);
  await officer.see(testIds.taken).waitFor();
  await officer.picture('step-taken');
  await doStep(officer, incident, 'open-entry');

  // Closing early is refused by name.
  const refusal = await closeInVain(officer, incident);
  expect(await refusal.getAttribute('data-code')).toBe('steps-open');
  expect(await listed(refusal, 'open')).toContain('一反馈：接令出警并回访报警人');
  expect(await listed(refusal, 'waiting')).toContain('三反馈：处置结果');
  expect(await officer.see(testIds.standing('waiting')).count()).toBe(1);
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
  for (const words of ['待你审批', '曹安然', '当晚无法办理', '已留言', '批后才能办：']) {
    expect(await asked.textContent()).toContain(words);
  }
  expect(await leader.see(testIds.judgements).getAttribute('data-count')).toBe('1');
  await leader.picture('prompts-to-judge');
  // By the keyboard alone: what follows begins at the step.
  await asked.focus();
  await leader.page.keyboard.press('Enter');
  await leader.see(testIds.pending).waitFor();
  expect(await leader.page.evaluate('document.activeElement.tagName')).toBe('MAIN');
  expect(await leader.page.title()).toContain(incident);
  expect(await leader.see(testIds.pending).textContent()).toContain('当晚无法办理');
  expect(await leader.see(testIds.holdsBack).textContent()).toContain('结案');
  await leader.picture('step-judge');
  await leader.see(testIds.stepSubmit).focus();
  await leader.page.keyboard.press('Enter');
  await leader.see(testIds.taken).waitFor();

  // A fact that nobody knows yet is answered at the step that depends on it, which is then needed no longer.
  const second = await closeInVain(officer, incident);
  expect(await listed(second, 'undecided')).toEqual(['核对权属，签字领取']);
  await officer.picture('refusal-undecided');
  await second.getByRole('link', { name: '核对权属，签字领取' }).click();
  await officer.choose(testIds.fact('item-traced'), '否');
  await officer.picture('step-undecided');
  await officer.see(testIds.answerForm).getByTestId(testIds.send).click();
  await officer.see(testIds.stepPage).getByText('不需要', { exact: true }).waitFor();
  await officer.go(`/incidents/${incident}`);
  await officer.see(testIds.fact('item-traced')).first().waitFor();
  await follow(people, incident, [['officer', 'tell-result']]);
  await doStep(officer, incident, 'feedback-result', {
    chosen: { 'confirmed-type': '遗失、拾得财物', result: '已办结' },
    evidence: { 'evidence-list': 'ZJ-1' },
  });
  await officer.go(`/incidents/${incident}`);
  const unneeded = officer.see(testIds.stepGroup('not-needed'));
  await unneeded.locator('summary').click();
  const handedBack = unneeded.getByRole('listitem').filter({ hasText: '核对权属，签字领取' });
  expect(await handedBack.textContent()).toMatch(/不需要，因为：.*否/);
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

test('a theft at the scene is registered, judged and closed in English, on desk and phone', async () => {
  const operator = await Visitor.signIn(system, 'pei-zhihe', { size: 'desk', language: 'en' });
  const officer = await Visitor.signIn(system, 'cao-anran', { size: 'phone', language: 'en' });
  const reviewer = await Visitor.signIn(system, 'fang-shuming', { size: 'desk', language: 'en' });
  await reviewer.see(testIds.promptsPage).waitFor();

  await fillReport(operator, {
    channel: 'Call to 110',
    text: '公交车上手机被偷，小偷已经下车了',
    place: '敦化坊车站',
    name: '贾思远',
    phone: '13000000000',
    way: 'At the scene',
    zone: 'Urban',
    unit: 'Dunhuafang Police Station',
  });
  await confirmSuggestion(operator, 'item-missing', '“偷”');
  await confirmSuggestion(operator, 'suspect-on-scene', '“已经下车”');
  // The facts that the rules need are asked where the report is typed, and the answer decides.
  const soFar = operator.see(testIds.reportSoFar);
  await soFar.getByText('As it stands: Type to be decided').waitFor();
  await operator.choose(testIds.fact('entered-premises'), 'No');
  await soFar.getByText(/^As it stands: Pickpocketing/).waitFor();
  await operator.picture('report-form');
  await operator.press(testIds.reportSend);
  await operator.see(testIds.reportTaken).waitFor();
  await operator.picture('report-taken');
  const incident = await openReported(operator);

  await follow(people, incident, theftAccepted.slice(0, 3));
  await doStep(operator, incident, 'dispatch');
  await officer.prompt(incident, 'sign').waitFor();
  await officer.picture('prompts');
  await officer.prompt(incident, 'sign').click();
  await officer.press(testIds.stepSubmit);
  await officer.see(testIds.taken).waitFor();
  await officer.picture('step-taken');
  const notHers = await closeInVain(operator, incident);
  expect(await notHers.getAttribute('data-code')).toBe('not-your-role');
  expect(await notHers.textContent()).toContain('It takes: Handling officer');
  const refusal = await closeInVain(officer, incident);
  expect(await refusal.getAttribute('data-code')).toBe('steps-open');
  expect(await listed(refusal, 'open')).toContain('First feedback: accepted, reporter called');
  expect(await listed(refusal, 'waiting')).toContain('Third feedback: the result');
  await operator.picture('refusal');
  await follow(people, incident, [firstFeedback, ...theftAtTheScene, secondFeedback]);

  await openStep(officer, incident, 'loss-register');
  await fillStep(officer, {
    chosen: { 'screened-as': 'Stolen', 'theft-kind': 'Pickpocketing', 'value-clear': 'Yes' },
    typed: { 'item-value': '900', 'stolen-items': '黑色手机一部' },
    evidence: { statements: 'BL-6' },
  });
  await sendFileOverABadNetwork(officer, 'loss-form');
  await officer.go(`/incidents/${incident}`);
  await readFile(officer, incident, 'loss-register');
  await follow(people, incident, [
    ['officer', 'clear'],
    thirdFeedback('theft-general', 'settled'),
    upload,
    trace,
  ]);

  // The legal reviewer hears of the judgement live, sends it back with a reason, and agrees to the next.
  const colleague = people.colleague;
  await colleague.does(incident, 'judge-track', { facts: { 'case-track': 'admin' } });
  await reviewer.prompt(incident, 'judge-track').waitFor();
  await reviewer.picture('prompts-to-judge');
  await reviewer.prompt(incident, 'judge-track').click();
  expect(await reviewer.see(testIds.pending).textContent()).toContain('Administrative case');
  await reviewer.picture('step-judge');
  await chooseAct(reviewer, 'Reject');
  await reviewer.press(testIds.stepSubmit);
  expect(await reviewer.see(testIds.missing).textContent()).toContain('Note');
  await fillStep(reviewer, { note: 'The value is below the threshold.' });
  await reviewer.press(testIds.stepSubmit);
  await reviewer.see(testIds.taken).waitFor();
  await colleague.does(incident, 'judge-track', { facts: { 'case-track': 'no-case' } });
  await openStep(reviewer, incident, 'judge-track');
  expect(await reviewer.see(testIds.pending).textContent()).toContain('Not a case');
  await reviewer.press(testIds.stepSubmit);
  await reviewer.see(testIds.taken).waitFor();

  await officer.go(`/incidents/${incident}`);
  await officer.see(testIds.closePanel).locator('..').waitFor();
  await officer.picture('incident-before-close');
  await doStep(officer, incident, 'close');
  await operator.go(`/incidents/${incident}`);
  await operator.see(testIds.closed).waitFor();
  await operator.picture('incident-closed');
  expect(await operator.see(testIds.log).textContent()).toContain('Fang Shuming');
  await officer.go(`/incidents/${incident}`);
  await officer.see(testIds.closed).waitFor();
  expect(await officer.fitsTheWidth()).toBe(true);
  await officer.picture('incident-closed');
  await officer.press(testIds.goIncidents);
  await officer.see(testIds.incidentsShown).getByText('Closed', { exact: true }).click();
  await officer.see(testIds.incidentRow(incident)).waitFor();
  await officer.picture('incidents');
  expect(pageFaults()).toEqual([]);
}, 180_000);
