import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { testIds } from '../../src/web/test-ids.ts';
import { bagFound, begin, bureau, follow, walkIn } from '../system/stories.ts';
import { startSystem } from '../system/system.ts';
import { pageFaults, type Device } from './chromium.ts';
import { fillStep, openStep } from './pages.ts';
import { Visitor } from './visitor.ts';

// So short that the password is always asked for again.
const system = await startSystem({ environment: { JIECHU_RECENT_SIGN_IN: '1s' } });
const people = await bureau(system);
const screened = bagFound.findIndex(([, step]) => step === 'quick-trace');

/** A bag whose tracing is not done, which waits for the leader. */
async function proposed(): Promise<string> {
  const incident = await begin(people.officer, walkIn);
  await follow(people, incident, bagFound.slice(0, screened));
  const reason = 'not-possible-tonight';
  const note = '出租车公司早八点上班，已留言';
  await people.officer.does(incident, 'quick-trace', { action: 'deviate', reason, note });
  return incident;
}

const devices: readonly Device[] = [
  { size: 'phone', language: 'zh' },
  { size: 'desk', language: 'zh' },
  { size: 'phone', language: 'en' },
  { size: 'desk', language: 'en' },
];

test.each(devices)(
  'a leader who agrees gives the password once more, and nothing typed is lost ($language, $size)',
  async (device) => {
    const incident = await proposed();
    const leader = await Visitor.signIn(system, 'gao-shouzheng', device);
    await openStep(leader, incident, 'quick-trace');
    await fillStep(leader, { note: '同意，明早补办' });
    await sleep(1_100);
    const sent: (string | undefined)[] = [];
    leader.page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/steps/quick-trace')) {
        sent.push(`${request.headers()['idempotency-key']} ${request.postData()}`);
      }
    });
    await leader.press(testIds.stepSubmit);
    await leader.see(testIds.confirmDialog).waitFor();
    await leader.picture('confirm');
    expect(await leader.fitsTheWidth()).toBe(true);
    expect(await leader.page.evaluate('document.activeElement.type')).toBe('password');

    // Not now: the form is as it was, and says why it was not sent.
    await leader.press(testIds.confirmCancel);
    await leader.see(testIds.confirmDialog).waitFor({ state: 'detached' });
    const refusal = leader.see(testIds.stepForm).getByTestId(testIds.refusal);
    expect(await refusal.getAttribute('data-code')).toBe('sign-in-not-recent');
    const note = leader.see(testIds.stepForm).getByTestId(testIds.note);
    expect(await note.inputValue()).toBe('同意，明早补办');

    await leader.press(testIds.stepSubmit);
    await leader.type(testIds.confirmPassword, 'not it');
    await leader.press(testIds.confirmSubmit);
    await leader.see(testIds.confirmFailure).waitFor();
    await leader.picture('confirm-wrong');
    await leader.type(testIds.confirmPassword, system.password());
    await leader.page.keyboard.press('Enter');
    await leader.see(testIds.taken).waitFor();
    expect(sent.slice(-2)).toEqual([sent[1], sent[1]]);
    expect(sent).toHaveLength(3);

    const view = await people.leader.incident(incident);
    const step = view.steps.find(({ id }) => id === 'quick-trace');
    expect(step?.status).toBe('deviated');
    expect(JSON.stringify(view.log)).toContain('同意，明早补办');
    expect(pageFaults()).toEqual([]);
  },
  120_000,
);
