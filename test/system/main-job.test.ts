import { beforeAll, describe, expect, test } from 'vitest';
import { startSystem, type System } from './system.ts';
import {
  bagFound,
  begin,
  bureau,
  depth,
  filing,
  firstFeedback,
  follow,
  judged,
  secondFeedback,
  theft,
  theftAccepted,
  theftAtTheScene,
  theftCleared,
  thirdFeedback,
  trace,
  upload,
  walkIn,
  type Bureau,
} from './stories.ts';

let system: System;
let people: Bureau;
beforeAll(async () => {
  system = await startSystem();
  people = await bureau(system);
});

describe('a theft told to 110', () => {
  let incident: string;

  test('is taken for a theft, with the reason, and asks the operator first', async () => {
    const { status, body } = await people.operator.report(theft);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      standard: { id: 'theft-general' },
      decision: { outcome: 'theft-general', because: [{ row: 'stolen' }] },
    });
    incident = body.incident ?? '';
    expect(await people.operator.prompts(incident)).toEqual([
      'accept-register',
      'intake-theft',
      'dispatch',
    ]);
    expect(await people.officer.prompts(incident)).toEqual([]);
  });

  test('asks the officers of the station once the operator has dispatched', async () => {
    await follow(people, incident, theftAccepted.slice(0, -1));
    expect(await people.operator.prompts(incident)).toEqual(['call-recording']);
    expect(await people.officer.prompts(incident)).toEqual(['sign']);
    expect(await people.colleague.prompts(incident)).toEqual(['sign']);
  });

  test('asks only the officer who signed from then on', async () => {
    await follow(people, incident, theftAccepted.slice(-1));
    // A step that has no due yet comes last.
    expect(await people.officer.prompts(incident)).toEqual([
      'feedback-accept',
      'arrive',
      'body-camera',
    ]);
    expect(await people.colleague.prompts(incident)).toEqual([]);
  });

  test('refuses the second feedback before the first', async () => {
    await follow(people, incident, theftAtTheScene);
    const [, step, work] = secondFeedback;
    const early = await people.officer.step(incident, step, work);
    expect([early.status, early.body.code]).toEqual([409, 'step-not-open']);
    expect(await people.officer.stepOf(incident, step)).toMatchObject({
      status: 'waiting',
      waitingFor: [{ id: 'feedback-accept' }],
    });
  });

  test('refuses the third feedback before the second and before the scene is cleared', async () => {
    await follow(people, incident, [firstFeedback]);
    const [, step, work] = thirdFeedback('theft-general', 'case-opened');
    const early = await people.officer.step(incident, step, work);
    expect([early.status, early.body.code]).toEqual([409, 'step-not-open']);
  });

  test('refuses to close and names what is open and what waits', async () => {
    const { status, body } = await people.officer.close(incident);
    expect([status, body]).toMatchObject([
      409,
      {
        code: 'steps-open',
        open: ['clear', 'feedback-scene', 'judge-track', 'loss-register', 'cctv-trace'],
        waiting: [
          'feedback-result',
          'admin-file',
          'set-filing-depth',
          'crim-file',
          'av-upload',
          'price-cert',
          'return-property',
        ],
        undecided: [],
        titles: { 'feedback-scene': { en: 'Second feedback: the scene' } },
      },
    ]);
  });

  test('takes the second and the third feedback in order', async () => {
    const third = thirdFeedback('theft-general', 'case-opened');
    await follow(people, incident, [secondFeedback, ...theftCleared, third, upload]);
    const { feedbacks, steps } = await people.leader.incident(incident);
    expect(feedbacks).toEqual(['feedback-accept', 'feedback-scene', 'feedback-result']);
    expect(feedbacks.map((id) => steps.find((step) => step.id === id)?.status)).toEqual([
      'done',
      'done',
      'done',
    ]);
  });

  test('has a deviation agreed by a second person, never by who proposed it', async () => {
    await people.colleague.does(incident, 'cctv-trace', {
      action: 'deviate',
      reason: 'no-such-evidence',
      note: '周围没有监控',
    });
    expect(await people.leader.prompts(incident)).toContain('cctv-trace');
    const own = await people.colleague.step(incident, 'cctv-trace', { action: 'agree' });
    expect([own.status, own.body.code]).toEqual([409, 'second-person-needed']);
    await people.leader.does(incident, 'cctv-trace', { action: 'agree' });
    expect(await people.leader.stepOf(incident, 'cctv-trace')).toMatchObject({
      status: 'deviated',
      reason: { en: 'There is no such evidence' },
    });
  });

  test('refuses to close while a step is undecided, until its fact is answered', async () => {
    const { body } = await people.officer.close(incident);
    expect(body).toMatchObject({ code: 'steps-open', undecided: ['return-property'] });
    const answer = { action: 'answer', facts: { 'property-found': 'no' } } as const;
    expect((await people.colleague.act(incident, answer)).status).toBe(200);
    expect(await people.leader.stepOf(incident, 'return-property')).toMatchObject({
      status: 'not-needed',
    });
  });

  test('has what acts at once confirmed by the reviewer', async () => {
    await follow(people, incident, judged('criminal').slice(0, 1));
    expect(await people.reviewer.prompts(incident)).toEqual(['judge-track']);
    expect(await people.colleague.prompts(incident)).toContain('set-filing-depth');
    await follow(people, incident, judged('criminal').slice(1));
    expect(await people.reviewer.prompts(incident)).toEqual([]);
  });

  test('has what is sent back done again, and goes on only when it is agreed', async () => {
    await follow(people, incident, [depth]);
    const [, step] = depth;
    const waits = await people.colleague.step(incident, filing[1], filing[2]);
    expect(waits.body.code).toBe('step-not-open');
    await people.reviewer.does(incident, step, { action: 'reject', note: '理由不足' });
    expect(await people.colleague.stepOf(incident, step)).toMatchObject({ status: 'open' });
    await follow(people, incident, [depth, ['reviewer', step, { action: 'agree' }]]);
    await follow(people, incident, [filing]);
    const own = await people.colleague.step(incident, 'crim-file', { action: 'agree' });
    expect([own.status, own.body.code]).toEqual([409, 'second-person-needed']);
    await follow(people, incident, [['reviewer', 'crim-file', { action: 'agree' }]]);
    const started = async () => (await people.leader.incident(incident)).started;
    await expect
      .poll(started, { timeout: 60_000 })
      .toMatchObject([{ procedure: 'case-follow-up' }]);
  });

  test('closes, asks nobody any more and refuses every further act', async () => {
    const { status, body } = await people.officer.close(incident);
    expect([status, body]).toMatchObject([200, { receipt: { kind: 'close' }, prompts: [] }]);
    expect(await people.leader.incident(incident)).toMatchObject({
      closedAt: expect.any(String),
      closing: { open: [], waiting: [], undecided: [], unconfirmed: [] },
    });
    for (const person of Object.values(people)) expect(await person.prompts(incident)).toEqual([]);
    const after = [
      await people.officer.step(incident, 'clear'),
      await people.colleague.act(incident, {
        action: 'answer',
        facts: { 'property-found': 'yes' },
      }),
      await people.officer.close(incident),
    ];
    expect(after.map((answer) => [answer.status, answer.body.code])).toEqual(
      after.map(() => [409, 'already-closed']),
    );
  });
});

describe('a lost bag told at the desk', () => {
  let incident: string;

  test('is lost property and asks the desk, sending nobody out', async () => {
    incident = await begin(people.officer, walkIn);
    const view = await people.officer.incident(incident);
    expect(view).toMatchObject({
      standard: { id: 'lost-found-property' },
      unit: { id: 'dunhuafang' },
    });
    expect(view.steps.find(({ id }) => id === 'dispatch')).toMatchObject({ status: 'not-needed' });
    expect(await people.officer.prompts(incident)).toEqual(['accept-register', 'open-entry']);
  });

  test('closes only when the bag that was found is with its owner', async () => {
    await follow(people, incident, bagFound.slice(0, -1));
    const { status, body } = await people.officer.close(incident);
    expect([status, body]).toMatchObject([
      409,
      { code: 'steps-open', open: ['return-owner'], waiting: [], undecided: [] },
    ]);
    await follow(people, incident, bagFound.slice(-1));
    expect((await people.officer.close(incident)).status).toBe(200);
  });
});

describe('every theft', () => {
  test('can end as no case, traced with evidence', async () => {
    const incident = await begin(people.operator, theft);
    await follow(people, incident, [
      ...theftAccepted,
      firstFeedback,
      ...theftAtTheScene,
      secondFeedback,
      ...theftCleared,
      thirdFeedback('theft-general', 'settled'),
      upload,
      trace,
      ...judged('no-case').slice(0, 1),
    ]);
    const early = await people.officer.close(incident);
    expect(early.body).toMatchObject({ code: 'steps-open', unconfirmed: ['judge-track'] });
    await follow(people, incident, judged('no-case').slice(1));
    expect((await people.officer.close(incident)).status).toBe(200);
  });
});
