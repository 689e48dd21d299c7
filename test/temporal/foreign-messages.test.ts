import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Act } from '../../src/model/act.ts';
import { scenarioActor } from '../../src/simulate/scenario-act.ts';
import { smallRelease as release } from '../unit/machine/small-release.ts';
import { answer, drill, forgedAct, untilTrue } from './drill.ts';
import { startEngine, type Engine } from './engine.ts';
import { startIncident, type Incident } from './incident.ts';
import { newSigner } from './signing.ts';
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

  describe('sends what is not sealed', () => {
    it.each([
      ['an act', 'act', [plain(forgedAct('forged'))]],
      [
        'an act that says who signed it',
        'act',
        [plain({ ...forgedAct('x'), 'signed-by': 'api/k' })],
      ],
      ['a beginning', 'begin', [plain({ report: { report: 'forged' }, salt: '' })]],
      ['what is no JSON', 'act', [notJson]],
      ['nothing', 'act', []],
      ['two of them', 'act', [junk(), plain('forged')]],
      ['what looks sealed', 'act', [junk()]],
      ['what looks sealed by another key', 'act', [junk('other')]],
      ['an update of another name', 'nothing', [plain(1)]],
      ['an update of a name of the SDK', '__temporal_forged', [plain(1)]],
    ])('%s: it is rejected before it is in the history', async (_what, name, payloads) => {
      const incident = await drills.begin();
      const updateId = `forged/${name}`;
      expect(await stranger.update(incident.id, { name, updateId, payloads })).toBe('rejected');
      await drills.goesOn(incident);
      const { events } = await drills.historyOf(incident.id);
      expect(JSON.stringify(events)).not.toContain('forged');
    });

    it.each(['anything', 'act', 'begin', '__temporal_forged', '__stack_trace', 'constructor'])(
      'a signal %s: it changes nothing',
      async (name) => {
        const incident = await drills.begin();
        for (const payload of [plain('forged'), notJson, junk()]) {
          await stranger.signal(incident.id, name, [payload]);
        }
        await drills.goesOn(incident);
      },
    );

    it('queries: they fail alone, and show nothing', async () => {
      const incident = await drills.begin();
      const handle = stranger.client.workflow.getHandle(incident.id);
      for (const name of ['anything', '__temporal_forged']) {
        await expect(handle.query(name, 'forged')).rejects.toThrow();
      }
      // Sealed: whoever has no key cannot read what it came to.
      await expect(handle.query('view', 'forged')).rejects.toThrow();
      await drills.goesOn(incident);
    });

    it('a request to cancel: acts, questions and effects go on as before', async () => {
      const incident = await startIncident(engine, {
        release,
        procedure: 'loss',
        id: 'foreign-cancelled',
        reportedAt: Date.now(),
        facts: { 'handled-at': 'phone', item: 'lost' },
        foresees: false,
      });
      await stranger.client.workflow.getHandle(incident.id).cancel();
      const child: Act = { kind: 'answer', facts: { 'child-present': 'yes' } };
      expect(await incident.act('phone-officer', child)).toMatchObject({ taken: true });
      await untilTrue(async () => (await incident.view()).beside.length > 0);
      expect((await incident.view()).beside).toEqual(['minor']);
      expect(await drills.failedTasks(incident.id)).toBe(0);
      await drills.replays(incident.id);
    });
  });

  it('asks to cancel: limits are watched as before', async () => {
    const now = Date.now();
    const incident = await startIncident(engine, {
      release,
      procedure: 'ladder',
      id: 'foreign-cancelled-clock',
      reportedAt: now,
      // Ten minutes pass in five seconds.
      clock: { wallOrigin: now, domainOrigin: now, factor: 120 },
    });
    await stranger.client.workflow.getHandle(incident.id).cancel();
    await untilTrue(async () => (await incident.view()).table.rows['go']?.lateAt !== undefined);
    expect((await incident.view()).table.rows['go']?.lateAt).toBeDefined();
    await drills.replays(incident.id);
  });

  describe('repeats what is sealed', () => {
    const act = async (incident: Incident): Promise<string> => {
      const id = `${incident.id}/said`;
      const outcome = await incident.act('officer', answer('said'), { id });
      if (!outcome.taken) throw new Error('the act was refused');
      return id;
    };

    it('in another incident: it is rejected', async () => {
      const [one, other] = [await drills.begin(), await drills.begin()];
      const update = { name: 'act', ...(await stranger.updateOf(one.id, await act(one))) };
      expect(await stranger.update(other.id, update)).toBe('rejected');
      expect((await other.view()).answers['plate']).toBeUndefined();
      await drills.goesOn(other);
    });

    it('under another id, or as another message: it is rejected', async () => {
      const incident = await drills.begin();
      const { payloads } = await stranger.updateOf(incident.id, await act(incident));
      for (const [name, updateId] of [
        ['act', 'forged'],
        ['begin', `begin/forged`],
      ] as const) {
        const update = { name, updateId, payloads };
        expect(await stranger.update(incident.id, update)).toBe('rejected');
      }
      await drills.goesOn(incident);
    });

    it('as a signal: it changes nothing', async () => {
      const incident = await drills.begin();
      const { payloads } = await stranger.updateOf(incident.id, await act(incident));
      await stranger.signal(incident.id, 'act', payloads);
      await drills.goesOn(incident);
    });
  });

  describe('has a key', () => {
    it.each([
      ['of a worker, and signs an act', () => engine.signing.worker, 'act'],
      ['that is not trusted, and signs an act', () => newSigner('api'), 'act'],
      ['that is not trusted, and signs a beginning', () => newSigner('worker'), 'begin'],
    ])('%s: it is rejected', async (_what, signer, name) => {
      const incident = await drills.begin();
      const update = { workflow: incident.id, name, update: 'forged' };
      const payloads = await drills.sealed(signer(), update);
      expect(await stranger.update(incident.id, { name, updateId: 'forged', payloads })).toBe(
        'rejected',
      );
      await drills.goesOn(incident);
    });

    it('of a worker, and begins in the name of a person: it is rejected', async () => {
      const incident = await drills.begin();
      const registrar = scenarioActor('registrar', 'unit-a', { person: 'forged' });
      const report = { report: 'forged', at: Date.now(), channel: '', unit: 'unit-a', facts: {} };
      const said = { workflow: incident.id, name: 'begin', update: 'begin/forged' };
      const content = { report, registrar, salt: '' };
      const payloads = await drills.sealed(engine.signing.worker, said, { content });
      const update = { name: 'begin', updateId: 'begin/forged', payloads };
      expect(await stranger.update(incident.id, update)).toBe('rejected');
      await drills.goesOn(incident);
    });
  });
});
