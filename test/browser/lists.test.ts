import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { testIds } from '../../src/web/test-ids.ts';
import { begin, bureau, theft } from '../system/stories.ts';
import { startSystem } from '../system/system.ts';
import { temporalAddress } from '../system/temporal-process.ts';
import { pageFaults } from './chromium.ts';
import { Visitor } from './visitor.ts';

const system = await startSystem();
const { operator } = await bureau(system);
const phone = { size: 'phone', language: 'zh' } as const;
const desk = { size: 'desk', language: 'en' } as const;

test('the list of incidents is paged and searched on the server, and says how many there are', async () => {
  const incidents: string[] = [];
  for (let count = 0; count < 52; count += 1) incidents.push(await begin(operator, theft));
  const leader = await Visitor.signIn(system, 'gao-shouzheng', desk);
  await leader.press(testIds.goIncidents);
  const count = leader.see(testIds.incidentsCount);
  await expect.poll(() => count.getAttribute('data-count')).toBe('52');
  const rows = leader.see(testIds.incidentsPage).getByRole('listitem');
  expect(await rows.count()).toBe(50);
  await leader.press(testIds.pageOn);
  await expect.poll(() => rows.count()).toBe(2);
  expect(await leader.see(testIds.pageShown).textContent()).toBe('51–52 of 52');
  await leader.picture('incidents-second-page');
  // An incident that stands on no page that is shown is found all the same.
  const sought = incidents[0] ?? '';
  await leader.type(testIds.incidentsFind, sought);
  await leader.see(testIds.incidentRow(sought)).waitFor();
  await expect.poll(() => count.getAttribute('data-count')).toBe('1');
  await leader.type(testIds.incidentsFind, 'nothing like it');
  await expect.poll(() => count.getAttribute('data-count')).toBe('0');
  await leader.picture('incidents-none');
  expect(await leader.fitsTheWidth()).toBe(true);
}, 300_000);

test('a second call is told, with its words, in a line that covers nothing', async () => {
  const incident = await begin(operator, theft);
  const leader = await Visitor.signIn(system, 'pei-zhihe', phone);
  await leader.prompt(incident).first().waitFor();
  await operator.report({ channel: '110', text: '我看见他往东跑了', incident });
  const news = leader.see(testIds.news);
  await news.filter({ hasText: '我看见他往东跑了' }).waitFor();
  const [told, read] = [await news.boundingBox(), await leader.page.locator('main').boundingBox()];
  expect(read?.y).toBeGreaterThanOrEqual((told?.y ?? 0) + (told?.height ?? 0) - 1);
  await leader.picture('news');
}, 120_000);

test('signing out asks before it throws away what was typed', async () => {
  const visitor = await Visitor.signIn(system, 'cao-anran', phone);
  await visitor.press(testIds.goReport);
  await visitor.type(testIds.reportText, '包丢了');
  await visitor.press(testIds.signOut);
  await visitor.see(testIds.signOutUnsent).waitFor();
  await visitor.picture('sign-out-asks');
  await visitor.press(testIds.signOutStay);
  expect(await visitor.see(testIds.reportText).inputValue()).toBe('包丢了');
  await visitor.press(testIds.signOut);
  await visitor.press(testIds.signOutAnyway);
  await visitor.see(testIds.signInForm).waitFor();
}, 120_000);

test('who only reads finds nothing to press in an incident', async () => {
  const incident = await begin(operator, theft);
  const auditor = await Visitor.signIn(system, 'shi-weiran', desk);
  await auditor.go(`/incidents/${incident}`);
  await auditor.see(testIds.incidentPage).waitFor();
  await auditor.see(testIds.closePanel).waitFor();
  expect(await auditor.see(testIds.moreActs).count()).toBe(0);
  expect(await auditor.see(testIds.closeButton).count()).toBe(0);
  await auditor.picture('incident-auditor');
  expect(pageFaults()).toEqual([]);
}, 120_000);

test('an incident whose run is gone stands on the page of who watches over the system, with what to do', async () => {
  const incident = await begin(operator, theft);
  const auditor = await Visitor.signIn(system, 'shi-weiran', phone);
  await auditor.press(testIds.goEngine);
  const page = auditor.see(testIds.enginePage);
  await page.getByRole('status').filter({ hasText: '都在正常运行' }).waitFor();
  await auditor.picture('engine-well');
  const address = temporalAddress(system.folder);
  const ended = ['workflow', 'terminate', '--address', address, '--workflow-id', incident];
  execFileSync(process.env['TEMPORAL_CLI'] ?? '', ended);
  await auditor.see(testIds.sickRow(incident)).waitFor({ timeout: 90_000 });
  expect(await page.textContent()).toContain('jiechu repair');
  expect(await auditor.fitsTheWidth()).toBe(true);
  await auditor.picture('engine-sick');
  const english = await Visitor.signIn(system, 'shi-weiran', { size: 'phone', language: 'en' });
  await english.press(testIds.goEngine);
  await english.see(testIds.sickRow(incident)).waitFor();
  expect(await english.fitsTheWidth()).toBe(true);
  await english.picture('engine-sick');
  const officer = await Visitor.signIn(system, 'cao-anran', phone);
  expect(await officer.see(testIds.goEngine).count()).toBe(0);
}, 240_000);
