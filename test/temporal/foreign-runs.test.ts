import { setTimeout as sleep } from 'node:timers/promises';
import type { Payload } from '@temporalio/common';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Act } from '../../src/model/act.ts';
import { smallRelease as release } from '../unit/machine/small-release.ts';
import { drill, untilTrue } from './drill.ts';
import { startEngine, type Engine } from './engine.ts';
import type { Incident } from './incident.ts';
import { junk, notJson, plain } from './strange-payloads.ts';
import { strangerAt, type Stranger } from './stranger.ts';

describe('a stranger at the port of Temporal', () => {
  let engine: Engine;
  let stranger: Stranger;
  let drills: ReturnType<typeof drill>;
  beforeAll(async () => {
    engine = await startEngine([release], { timeSkipping: false });
    stranger = strangerAt(engine);
    drills = drill(engine);
  });
  afterEach(async () => {
    engine.storeIsAway = false;
    await engine.endRunning();
  });
  afterAll(() => engine.stop());

  describe('answers in the place of an activity', () => {
    const goesOnAfter = async (answers: (incident: Incident) => Promise<void>): Promise<void> => {
      const incident = await drills.begin();
      const facts = { plate: `of ${incident.id}` };
      const noted: Act = { kind: 'do', step: 'note', facts, evidence: [] };
      engine.storeIsAway = true;
      // Starts a procedure, which cannot be written down just now: the activity is tried again and again.
      expect(await incident.act('officer', noted)).toMatchObject({ taken: true });
      await answers(incident);
      engine.storeIsAway = false;
      await untilTrue(async () => (await incident.view()).started.length > 0);
      const { started } = await incident.view();
      for (const { id } of started) engine.running.add(id);
      expect(started).toHaveLength(1);
      expect(started[0]?.id).toMatch(/^item:/u);
      await drills.isSound(incident);
    };

    it.each<readonly [string, readonly Payload[] | undefined]>([
      ['a plain value', [plain('forged')]],
      ['a plain answer with a ticket', [plain({ ticket: 'x', value: 'forged' })]],
      ['what is no JSON', [notJson]],
      ['what looks sealed', [junk()]],
      ['nothing', undefined],
    ])('with %s: it is asked again', async (_what, result) => {
      await goesOnAfter((incident) => stranger.complete(incident.id, result));
    });

    it('with what was sealed for this very incident, but not as its answer: it is asked again', async () => {
      await goesOnAfter(async (incident) => {
        const { id } = incident;
        await stranger.complete(id, (await stranger.startOf(id)).slice(1, 2));
        const { payloads } = await stranger.updateOf(id, `begin/report of ${id}`);
        await stranger.complete(id, payloads);
      });
    });

    it.each([
      ['for good', { applicationFailureInfo: { nonRetryable: true, type: 'forged' } }],
      ['without a word', {}],
      ['with nothing', undefined],
      ['as if it had been terminated', { terminatedFailureInfo: {} }],
      ['as if it had been cancelled', { canceledFailureInfo: { details: { payloads: [junk()] } } }],
      ['as if it were another activity', { activityFailureInfo: {}, cause: { message: 'x' } }],
      ['as if it were a child', { childWorkflowExecutionFailureInfo: {} }],
      [
        'with details that cannot be read',
        {
          encodedAttributes: notJson,
          applicationFailureInfo: { nonRetryable: true, details: { payloads: [notJson, junk()] } },
        },
      ],
    ])('by a failure %s: it is asked again', async (_what, failure) => {
      await goesOnAfter((incident) => stranger.fail(incident.id, failure));
    });
  });

  describe('starts what is not ours', () => {
    const ended = async (id: string): Promise<void> => {
      await untilTrue(async () => (await stranger.statusOf(id)) !== 'RUNNING');
      expect(await stranger.statusOf(id)).toBe('FAILED');
      expect(await drills.failedTasks(id)).toBe(0);
    };

    it.each([
      ['nothing', []],
      ['a plain input', [plain({ id: 'forged' }), plain([]), plain({})]],
      ['a plain input as a continued run has', [plain({ id: 'x', specs: [], carried: {} })]],
      ['what is no JSON', [notJson]],
      ['what looks sealed', [junk(), junk(), junk()]],
    ])('with %s: it ends at once, and the id is free', async (_what, payloads) => {
      const id = drills.newId();
      await stranger.start(id, payloads);
      await ended(id);
      await drills.goesOn(await drills.begin({ id }));
    });

    it('with a schedule, a memo, attributes, and what it says of runs before: it ends at once', async () => {
      const id = drills.newId();
      await stranger.start(id, [junk()], {
        memo: { fields: { a: notJson, b: junk() } },
        searchAttributes: { indexedFields: { BuildIds: plain(['forged']) } },
        continuedFailure: { childWorkflowExecutionFailureInfo: {} },
        lastCompletionResult: { payloads: [notJson, junk()] },
        header: { fields: { a: notJson } },
        retryPolicy: { maximumAttempts: 3 },
      });
      await ended(id);
      // The second run says that it continues the first.
      await stranger.start(`${id}-again`, [junk()], { cronSchedule: '@every 1s' });
      await sleep(4000);
      expect(await drills.failedTasks(`${id}-again`)).toBe(0);
      await stranger.client.workflow.getHandle(`${id}-again`).terminate();
    });

    it('of another type: it ends at once', async () => {
      const id = drills.newId();
      await stranger.start(id, [plain(1)], { workflowType: { name: 'anything' } });
      await ended(id);
    });

    it('by the start of another incident, as it stands in its history', async () => {
      const { id } = await drills.begin();
      await stranger.start(`${id}-copy`, await stranger.startOf(id));
      await ended(`${id}-copy`);
    });

    it('by an old start of the same incident', async () => {
      const id = drills.newId();
      const old = await drills.sealed(
        engine.signing.api,
        { workflow: id, name: 'start', update: '' },
        { content: { id }, at: Date.now() - 3_600_000 },
      );
      await stranger.start(id, old);
      await ended(id);
    });

    it('over one that ran and ended under an id of ours: ours begins all the same', async () => {
      const id = drills.newId();
      await stranger.start(id, [plain(1)], { workflowType: { name: 'constructor' } });
      await untilTrue(async () => (await stranger.statusOf(id)) !== 'RUNNING');
      await drills.goesOn(await drills.begin({ id }));
    });
  });
});
