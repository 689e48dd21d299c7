import { expect, test } from 'vitest';
import { testIds } from '../../src/web/test-ids.ts';
import { begin, bureau, theft } from '../system/stories.ts';
import { startSystem } from '../system/system.ts';
import { pageFaults } from './chromium.ts';
import { Visitor } from './visitor.ts';

// A minute passes in three seconds.
const system = await startSystem({ clockSpeed: 20 });
const { operator } = await bureau(system);
const phone = { size: 'phone', language: 'zh' } as const;
const desk = { size: 'desk', language: 'en' } as const;

test('what is not done in time counts up with an icon and a word, and the leader is told at once', async () => {
  const leader = await Visitor.signIn(system, 'gao-shouzheng', desk);
  await leader.see(testIds.promptsPage).waitFor();
  const caller = await Visitor.signIn(system, 'pei-zhihe', phone);
  const incident = await begin(operator, theft);

  // Half of the time, then late: without a reload, and not by colour alone.
  const countdown = caller.prompt(incident, 'intake-theft').getByTestId(testIds.countdown).first();
  await countdown.and(caller.page.locator('[data-stage="late"]')).waitFor();
  expect(await countdown.textContent()).toMatch(/超时 \d+(秒|分\d\d秒)/);
  expect(await countdown.locator('svg').count()).toBe(1);
  const shown = await countdown.textContent();
  await expect.poll(() => countdown.textContent()).not.toBe(shown);
  await caller.picture('prompts-late');

  // The ladder's first rung: the leader's bell, and the sentence in it.
  const bell = leader.see(testIds.noticesBell);
  await expect.poll(() => bell.getAttribute('data-count'), { timeout: 30_000 }).not.toBe('0');
  await leader.picture('told-late');
  await bell.click();
  // The form was late before it.
  const notice = leader
    .see(testIds.noticeList)
    .getByRole('listitem')
    .filter({ hasText: incident })
    .filter({ hasText: 'Ask if the suspect is still there' });
  await notice.first().waitFor();
  await leader.picture('notices');
  await notice.getByRole('link').first().click();
  await leader.see(testIds.incidentPage).waitFor();

  // The leader's list: late first, with who has it; narrowed to a unit; each line leads to its step.
  await leader.press(testIds.goDues);
  const late = leader.see(testIds.duesLate);
  const line = late.getByTestId(testIds.dueRow('intake-theft'));
  await line.waitFor();
  expect(await line.textContent()).toContain('Operator');
  expect(await line.textContent()).toContain('City 110 Command Centre');
  expect(await line.getByTestId(testIds.countdown).getAttribute('data-stage')).toBe('late');
  await leader.choose(testIds.narrowPriority, 'Priority 1');
  await expect.poll(() => late.getAttribute('data-count')).toBe('0');
  await leader.picture('dues-none');
  await leader.choose(testIds.narrowPriority, 'Priority 3');
  await leader.picture('dues');
  await line.click();
  await leader.see(testIds.stepPage).waitFor();
  // The way back has what was chosen.
  await leader.page.goBack();
  await line.waitFor();
  expect(await leader.see(testIds.narrowPriority).textContent()).toContain('Priority 3');
  const above = await Visitor.signIn(system, 'meng-jiqing', phone);
  await above.press(testIds.goDues);
  const seenAbove = above.see(testIds.dueRow('intake-theft'));
  await seenAbove.waitFor();
  expect(await above.fitsTheWidth()).toBe(true);
  await above.picture('dues');
  await leader.go(`/incidents/${incident}`);

  // The incident's page: late at the step and in the log, also when it is done at last.
  const step = leader.see(testIds.stepRow('intake-theft'));
  await step.getByTestId(testIds.countdown).first().waitFor();
  expect(await step.textContent()).toContain('late');
  await leader.picture('incident-late');
  await operator.does(incident, 'intake-theft');
  await expect.poll(() => step.getAttribute('data-status')).toBe('done');
  await expect.poll(() => seenAbove.count()).toBe(0);
  expect(await step.textContent()).toMatch(/\d+(m \d\d)?s late/);
  expect(await leader.see(testIds.log).textContent()).toContain(
    'Ask if the suspect is still there',
  );
  // A change of type waits for the leader, in both lists; it is not refused without saying why.
  const note = '其实是掉在车上';
  await operator.act(incident, { action: 'switch', to: 'lost-found-property', note });
  await leader.press(testIds.goDues);
  await leader.see(testIds.dueRow('switch')).waitFor();
  await leader.press(testIds.goPrompts);
  const asked = leader.see(testIds.switchPrompt(incident));
  await asked.waitFor();
  expect(await asked.textContent()).toContain(note);
  await asked.click();
  await leader.press(testIds.switchReject);
  await leader.see(testIds.switchAsked).getByTestId(testIds.fieldFault).waitFor();
  await leader
    .see(testIds.switchAsked)
    .getByTestId(testIds.note)
    .fill('It was taken from a pocket.');
  await leader.press(testIds.switchReject);
  await expect.poll(() => leader.see(testIds.switchAsked).count()).toBe(0);
  expect(await leader.see(testIds.log).textContent()).toContain('It was taken from a pocket.');
  await caller.press(testIds.goIncidents);
  const row = caller.see(testIds.incidentRow(incident));
  await row.waitFor();
  expect(await row.textContent()).toMatch(/\d 步超时/);
  await caller.picture('incidents-late');
  expect(pageFaults()).toEqual([]);
}, 180_000);
