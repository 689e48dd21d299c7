import { beforeAll, beforeEach, expect, test } from 'vitest';
import { sessionCookie } from '../../src/api/accounts/session-cookie.ts';
import type { ActTaken } from '../../src/contract/act-contract.ts';
import type { ReportTaken } from '../../src/contract/report-contract.ts';
import { testIds } from '../../src/web/test-ids.ts';
import { begin, bureau, theft, walkIn, type Bureau } from '../system/stories.ts';
import { startSystem, type System } from '../system/system.ts';
import { pageFaults } from './chromium.ts';
import { layLine, type Line } from './line.ts';
import { holdBack, loseAnswer } from './requests.ts';
import {
  atFilledReport,
  atFilledStep,
  expectReportedOnce,
  expectStepDoneOnce,
  openSame,
  reportShown,
  shownAtStep,
  shownInReport,
  stepTyped,
  typeStep,
} from './two-forms.ts';
import { Visitor } from './visitor.ts';

let system: System;
let people: Bureau;
let line: Line;
/** At a step, on a phone, in Chinese. */
let officer: Visitor;
/** At the report form, on a desk, in English. */
let operator: Visitor;
/** Looks at an incident through a line that has forgotten the page. */
let watcher: Visitor;
let watched: string;

beforeAll(async () => {
  system = await startSystem({ clockSpeed: 0.01 });
  people = await bureau(system);
  line = await layLine(system);
  watched = await begin(people.operator, theft);
  watcher = await Visitor.signIn(line, 'gao-shouzheng', { size: 'desk', language: 'en' });
  await watcher.go(`/incidents/${watched}`);
  await isLive(watcher, watched);
  line.forget();
  officer = await Visitor.signIn(line, 'cao-anran', { size: 'phone', language: 'zh' });
  operator = await Visitor.signIn(line, 'pei-zhihe', { size: 'desk', language: 'en' });
});

const steps = '**/api/incidents/*/steps/*';
const reports = '**/api/reports';

let incident: string;
let words: string;
let count = 0;
beforeEach(async () => {
  count += 1;
  words = `公交车上手机被偷，小偷已经下车了，第${count}次来电`;
  await atFilledReport(operator, words);
  incident = await atFilledStep(people, officer);
  // Whoever loads the page anew loses this mark.
  for (const { page } of [officer, operator]) await page.evaluate('window.untouched = true');
});

const banner = (visitor: Visitor) => visitor.see(testIds.connectionBanner);

/** Expects the page of the incident to show, without a reload, what happens elsewhere. */
async function isLive(visitor: Visitor, id: string): Promise<void> {
  const told = `live ${Math.random()}`;
  await visitor.see(testIds.incidentPage).waitFor();
  const { status } = await (visitor === operator
    ? people.operator.report({ ...theft, incident: id, text: told })
    : people.officer.report({ ...walkIn, incident: id, text: told }));
  expect(status).toBe(201);
  await visitor.see(testIds.incidentPage).getByText(told).first().waitFor({ timeout: 15_000 });
}

async function expectUntouched(): Promise<void> {
  expect(await shownAtStep(officer)).toEqual(stepTyped);
  expect(await shownInReport(operator)).toEqual(reportShown(words));
  for (const { page } of [officer, operator]) {
    expect(await page.evaluate('window.untouched')).toBe(true);
  }
}

/** Both forms were taken, once each, and the pages go on without having been loaded anew. */
async function expectBothOnce(): Promise<void> {
  await officer.see(testIds.taken).waitFor();
  await operator.see(testIds.reportTaken).waitFor();
  await expectStepDoneOnce(people, incident);
  const reported = await expectReportedOnce(people, words);
  await operator.press(testIds.reportOpen);
  await isLive(operator, reported);
  await officer.see(testIds.taken).getByRole('link', { name: '看警情' }).click();
  await isLive(officer, incident);
  for (const { page } of [officer, operator]) {
    expect(await page.evaluate('window.untouched')).toBe(true);
  }
  expect(pageFaults()).toEqual([]);
}

async function sendBoth(): Promise<void> {
  await officer.press(testIds.stepSubmit);
  await operator.press(testIds.reportSend);
}

test('a dropped stream is told and comes back; what is typed, its place and the caret stay', async () => {
  const note = officer.see(testIds.note);
  await note.focus();
  await officer.page.keyboard.press('Home');
  const place = () =>
    officer.page.evaluate<unknown>(
      `[document.activeElement.dataset.testid, document.activeElement.selectionStart]`,
    );
  // To the pixel: less than one is how the lines above are rounded.
  const box = async () =>
    Object.values((await note.boundingBox()) ?? {}).map((edge) => Math.round(edge));
  const before = [await place(), await box()];
  line.cut();
  await banner(officer).waitFor();
  await banner(operator).waitFor();
  expect(await banner(officer).textContent()).toMatch(/自动更新中断，正在重连|已断网/);
  expect(await banner(operator).textContent()).toMatch(/Live updates stopped|Offline/);
  line.mend();
  await banner(officer).waitFor({ state: 'detached' });
  await banner(operator).waitFor({ state: 'detached' });
  // A report that comes in above does not push away what is being typed.
  const heard = '同一件事又来一个电话';
  await people.officer.report({ ...walkIn, incident, text: heard });
  await officer.see(testIds.stepPage).getByText(heard).waitFor();
  expect([await place(), await box()]).toEqual(before);
  await expectUntouched();
  await sendBoth();
  await expectBothOnce();
});

test('a session that ended is begun again over the form, which is then sent', async () => {
  for (const { page } of [officer, operator]) {
    const cookie = (await page.context().cookies()).find(({ name }) => name === sessionCookie);
    await fetch(`${system.address()}/api/session`, {
      method: 'DELETE',
      headers: { cookie: `${sessionCookie}=${cookie?.value}`, 'x-requested-with': 'jiechu' },
    });
  }
  await sendBoth();
  for (const visitor of [officer, operator]) {
    await visitor.see(testIds.signInDialog).waitFor();
    await visitor.picture('signed-out-in-a-form');
  }
  expect(await officer.see(testIds.signInDialog).textContent()).toContain('填写的内容还在');
  expect(await operator.see(testIds.signInDialog).textContent()).toContain(
    'What you typed is kept',
  );
  await expectUntouched();
  for (const visitor of [officer, operator]) {
    await visitor.type(testIds.signInPassword, system.password());
    await visitor.press(testIds.signInSubmit);
  }
  await expectBothOnce();
});

test('a server that is killed under open pages and started again takes each once', async () => {
  // One while it dies, one while it is dead.
  await operator.press(testIds.reportSend);
  await system.kill('SIGKILL');
  await officer.press(testIds.stepSubmit);
  await officer.see(testIds.refusal).waitFor();
  await banner(officer).waitFor();
  await officer.picture('step-server-away');
  expect(await officer.see(testIds.refusal).getAttribute('data-code')).toBe('unreachable');
  expect(await shownAtStep(officer)).toEqual(stepTyped);
  const isTaken = await operator.see(testIds.reportTaken).isVisible();
  if (!isTaken) expect(await shownInReport(operator)).toEqual(reportShown(words));
  await operator.picture('report-server-away');
  // At another address: another program may have taken its port meanwhile. The pages reach it by the line.
  await system.start();
  for (const visitor of [officer, operator]) {
    await banner(visitor).waitFor({ state: 'detached' });
  }
  await officer.press(testIds.stepSubmit);
  if (!isTaken) await operator.press(testIds.reportSend);
  await expectBothOnce();
});

test('of two tabs the second is told who was first, and keeps what was typed in it', async () => {
  const tab = await officer.newTab();
  await openSame(tab, incident);
  await typeStep(tab, '第二页写的备注');
  // Hears nothing of what the others do.
  const deaf = await officer.newTab();
  await deaf.page.route('**/api/events', (route) => route.abort());
  await openSame(deaf, incident);
  await typeStep(deaf, '第三页写的备注');
  const other = await operator.newTab();
  await other.go('/report');
  const second = `${words}，另一页`;
  await atFilledReport(other, second);
  await sendBoth();
  await officer.see(testIds.taken).waitFor();
  const unsent = tab.see(testIds.unsent);
  await unsent.waitFor();
  await tab.picture('step-done-in-another-tab');
  expect(await tab.see(testIds.stepPage).textContent()).toContain('曹安然办理');
  expect(await unsent.textContent()).toContain('你已在另一页办过');
  for (const typed of ['第二页写的备注', stepTyped.description, stepTyped.evidence]) {
    expect(await unsent.textContent()).toContain(typed);
  }
  await deaf.press(testIds.stepSubmit);
  const refusal = deaf.see(testIds.refusal);
  await deaf.see(testIds.unsent).getByText('第三页写的备注').waitFor();
  expect(await refusal.getAttribute('data-code')).toBe('step-not-open');
  expect(await refusal.textContent()).toContain('曹安然已先办');
  expect(await shownInReport(other)).toEqual(reportShown(second));
  await other.press(testIds.reportSend);
  await other.see(testIds.reportTaken).waitFor();
  await expectReportedOnce(people, second);
  for (const { page } of [tab, deaf, other]) await page.close();
  await expectBothOnce();
});

test('a double tap sends once, and nothing is changed under a form that is on its way', async () => {
  const held = [await holdBack(officer.page, steps), await holdBack(operator.page, reports)];
  await officer.see(testIds.stepSubmit).scrollIntoViewIfNeeded();
  const box = await officer.see(testIds.stepSubmit).boundingBox();
  const [x, y] = [(box?.x ?? 0) + 40, (box?.y ?? 0) + 20];
  await officer.page.touchscreen.tap(x, y);
  await officer.page.touchscreen.tap(x, y);
  await operator.see(testIds.reportSend).dblclick();
  // And by the keyboard.
  await operator.page.evaluate(`document.querySelector('form').requestSubmit()`);
  expect(await officer.see(testIds.note).isDisabled()).toBe(true);
  expect(await operator.see(testIds.reportText).isDisabled()).toBe(true);
  await officer.picture('step-on-its-way');
  for (const { letGo } of held) letGo();
  await officer.see(testIds.taken).waitFor();
  await operator.see(testIds.reportTaken).waitFor();
  expect(held.map(({ count }) => count())).toEqual([1, 1]);
  for (const { page } of [officer, operator]) await page.unrouteAll();
  await expectBothOnce();
});

test('without network it waits, and an answer that was lost on the way is given to the second try', async () => {
  for (const { page } of [officer, operator]) await page.context().setOffline(true);
  await sendBoth();
  for (const visitor of [officer, operator]) {
    await visitor.see(testIds.refusal).waitFor();
    await banner(visitor).waitFor();
  }
  expect(await officer.see(testIds.refusal).textContent()).toContain('内容还在');
  expect(await operator.see(testIds.refusal).textContent()).toContain('is kept');
  await expectUntouched();
  for (const { page } of [officer, operator]) await page.context().setOffline(false);
  for (const visitor of [officer, operator]) await banner(visitor).waitFor({ state: 'detached' });
  await expectUntouched();

  const acted = await loseAnswer<ActTaken>(officer.page, steps);
  const reported = await loseAnswer<ReportTaken>(operator.page, reports);
  await sendBoth();
  await operator.see(testIds.refusal).waitFor();
  expect(await shownInReport(operator)).toEqual(reportShown(words));
  await operator.press(testIds.reportSend);
  // The page sees that the step is done, asks whether it was by its own act, and has the receipt.
  await officer.see(testIds.taken).waitFor();
  expect(await officer.see(testIds.taken).textContent()).toContain(
    `回执 ${acted.said()?.receipt.seq} `,
  );
  expect(await operator.see(testIds.reportTaken).textContent()).toContain(reported.said()?.report);
  await expectBothOnce();
});

test('a report that was changed after its answer was lost is told so, and can be made another', async () => {
  await loseAnswer(operator.page, reports);
  await operator.press(testIds.reportSend);
  const refusal = operator.see(testIds.refusal);
  await refusal.and(operator.page.locator('[data-code="unreachable"]')).waitFor();
  const changed = `${words}，又想起一件事`;
  await operator.type(testIds.reportText, changed);
  await operator.press(testIds.reportSend);
  await refusal.and(operator.page.locator('[data-code="key-reused"]')).waitFor();
  await operator.picture('report-key-reused');
  expect(await shownInReport(operator)).toEqual(reportShown(changed));
  await operator.press(testIds.reportAsAnother);
  await operator.press(testIds.reportSend);
  await operator.see(testIds.reportTaken).waitFor();
  await expectReportedOnce(people, words);
  await expectReportedOnce(people, changed);
});

test('a page that the line forgot in silence notices it and is live again', async () => {
  const note = 'told long ago';
  await people.operator.report({ ...theft, incident: watched, text: note });
  await watcher.see(testIds.incidentPage).getByText(note).first().waitFor({ timeout: 60_000 });
  await banner(watcher).waitFor({ state: 'detached' });
  await isLive(watcher, watched);
});
