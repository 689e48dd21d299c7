import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EngineView, RepairView } from '../../src/contract/engine-contract.ts';
import { chainEntries } from '../../src/machine/log-chain.ts';
import { verifyChain } from '../../src/store/verify-chain.ts';
import { brokenBundle } from '../temporal/broken-bundle.ts';
import { strangerAt } from '../temporal/stranger.ts';
import { plain } from '../temporal/strange-payloads.ts';
import { startEngine, type Engine } from '../temporal/engine.ts';
import { apiOnEngine, reportTheft } from './api-on-engine.ts';
import { sampleRelease } from './bureau.ts';
import type { RunningApi } from './running-api.ts';

const operatorToken = 'an-operator-token-of-the-tests';

describe('a repair', () => {
  let engine: Engine;
  let api: RunningApi;
  beforeAll(async () => {
    const release = sampleRelease();
    engine = await startEngine([release], { timeSkipping: false });
    const { log } = engine.store;
    const append: typeof log.append = (...asked) => {
      if (engine.storeIsAway) throw new Error('the store is away');
      return log.append(...asked);
    };
    api = await apiOnEngine(engine, release, {
      store: { ...engine.store, log: { ...log, append } },
      operatorToken,
      watchIncidentsMilliseconds: 3_600_000,
      actTimeoutMilliseconds: 3_000,
    });
  });
  afterAll(async () => {
    await api.app.close();
    await engine.stop();
  });

  const report = async (key: string): Promise<string> => {
    const incident = await reportTheft(api, key);
    const url = `/api/incidents/${incident}/steps`;
    for (const [person, step] of [
      ['ora', 'dispatch'],
      ['sam', 'sign'],
    ] as const) {
      const done = await api.ask(person, {
        method: 'POST',
        url: `${url}/${step}`,
        key: step,
        body: { action: 'do', ...(step === 'sign' && { equipment: ['camera'] }) },
      });
      expect(done.statusCode).toBe(200);
    }
    return incident;
  };
  /** Each is to be done once, in this order. */
  const steps = {
    first: {},
    arrive: { evidence: [{ kind: 'photo', reference: '1' }] },
    second: {},
  };
  const act = async (incident: string, key: string, step: keyof typeof steps) =>
    api.ask('sam', {
      method: 'POST',
      url: `/api/incidents/${incident}/steps/${step}`,
      key,
      body: { action: 'do', ...steps[step] },
    });
  const repair = async (incident: string, body: object = {}, token = operatorToken) => {
    const answer = await api.app.inject({
      method: 'POST',
      url: `/api/incidents/${incident}/repair`,
      headers: { authorization: `Bearer ${token}`, 'x-requested-with': 'jiechu' },
      payload: body,
    });
    return { status: answer.statusCode, body: answer.json() as RepairView & { code?: string } };
  };
  const doctored = async (): Promise<EngineView> => {
    const headers = { authorization: `Bearer ${operatorToken}` };
    return (await api.app.inject({ url: '/api/engine?all=true', headers })).json();
  };
  const logOf = (incident: string) => engine.store.log.of(incident);
  const state = (incident: string) => engine.gateway().view(incident);

  /** Does something of which the store gets nothing: it reaches the workflow alone. */
  const unstored = async (work: () => Promise<unknown>): Promise<void> => {
    engine.storeIsAway = true;
    await work();
    engine.storeIsAway = false;
  };

  /** It takes acts, under the same keys too, and its log is one chain. */
  const expectToGoOn = async (incident: string, step: keyof typeof steps): Promise<void> => {
    const before = await logOf(incident);
    expect((await act(incident, 'after-repair', step)).statusCode).toBe(200);
    const after = await logOf(incident);
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.length).toBeGreaterThan(before.length);
    expect(verifyChain(after)).toBeUndefined();
    expect((await state(incident)).head.seq).toBe(after.at(-1)?.seq);
  };

  it('carries an incident on whose run was terminated, in the very state that it had', async () => {
    const incident = await report('terminated');
    expect((await act(incident, 'before', 'first')).statusCode).toBe(200);
    const before = await state(incident);
    await engine.client.workflow.getHandle(incident).terminate();
    const { status, body } = await repair(incident);
    expect([status, body.outcome, body.restored]).toEqual([200, 'carried-on', 0]);
    expect(await state(incident)).toEqual(before);
    const again = await act(incident, 'before', 'first');
    expect([again.statusCode, (await state(incident)).head]).toEqual([200, before.head]);
    await expectToGoOn(incident, 'arrive');
  });

  it('asked for twice at once is done once, and the second is told that nothing is wrong', async () => {
    const incident = await report('twice');
    await engine.client.workflow.getHandle(incident).terminate();
    const answers = await Promise.all([repair(incident), repair(incident)]);
    expect(answers.map(({ status, body }) => [status, body.code ?? body.outcome])).toEqual([
      [200, 'carried-on'],
      [409, 'nothing-to-repair'],
    ]);
    await expectToGoOn(incident, 'first');
    const forced = await Promise.all([1, 2, 3].map(() => repair(incident, { evenIfWell: true })));
    expect(forced.map(({ status, body }) => [status, body.outcome])).toEqual(
      Array(3).fill([200, 'carried-on']),
    );
    expect((await act(incident, 'forced', 'arrive')).statusCode).toBe(200);
    expect(verifyChain(await logOf(incident))).toBeUndefined();
  });

  it('carries an incident on whose history cannot be replayed any more', async () => {
    await engine.restartWorker({ bundle: brokenBundle() });
    const incident = await report('dead');
    expect((await act(incident, 'before', 'first')).statusCode).toBe(200);
    await engine.restartWorker();
    expect((await act(incident, 'unheard', 'arrive')).statusCode).toBe(503);
    const { status, body } = await repair(incident);
    expect([status, body.outcome, body.unlinked]).toEqual([200, 'carried-on', []]);
    // What was not acknowledged is sent again by whoever sent it, and is taken now.
    expect((await act(incident, 'unheard', 'arrive')).statusCode).toBe(200);
    await expectToGoOn(incident, 'second');
  });

  it('carries an incident on whose activity a stranger answered with two values, which the engine cannot read', async () => {
    const incident = await report('answered');
    engine.storeIsAway = true;
    await act(incident, 'before', 'first');
    // What the API could not write, the workflow writes itself after some seconds.
    await expect
      .poll(
        () =>
          strangerAt(engine)
            .complete(incident, [plain('one'), plain('two')])
            .catch(String),
        {
          timeout: 60_000,
          interval: 1_000,
        },
      )
      .toBeUndefined();
    engine.storeIsAway = false;
    expect((await act(incident, 'unheard', 'arrive')).statusCode).toBe(503);
    const { status, body } = await repair(incident);
    expect([status, body.outcome, body.unlinked]).toEqual([200, 'carried-on', []]);
    expect((await engine.store.log.receipt(incident, 'before'))?.step).toBe('first');
    expect((await act(incident, 'unheard', 'arrive')).statusCode).toBe(200);
    await expectToGoOn(incident, 'second');
  });

  it('brings back from the histories what the store has not', async () => {
    const incident = await report('older');
    const before = await logOf(incident);
    await unstored(async () => {
      await act(incident, 'a1', 'first');
      await act(incident, 'a2', 'arrive');
    });
    expect(await logOf(incident)).toEqual(before);
    const taken = await state(incident);
    await engine.client.workflow.getHandle(incident).terminate();
    const { status, body } = await repair(incident);
    expect([status, body.restored, body.unlinked]).toEqual([
      200,
      taken.head.seq - before.length,
      [],
    ]);
    expect((await logOf(incident)).at(-1)?.hash).toBe(taken.head.hash);
    expect(await state(incident)).toEqual(taken);
    expect((await engine.store.log.receipts(incident)).length).toBe(5);
    await expectToGoOn(incident, 'second');
  });

  it('goes by the log of the store where the history has another, and says which acts are lost', async () => {
    const incident = await report('forked');
    const before = await logOf(incident);
    await unstored(() => act(incident, 'lost', 'first'));
    const { at, recorded } = before.at(-1)!;
    const { entries } = chainEntries(before.at(-1)!, [
      { at, recorded, data: { kind: 'priority', from: 3, to: 2, why: 'rules' } },
    ]);
    await engine.store.log.append({ incident, entries, personal: [] });
    await expect
      .poll(async () => (await doctored()).sick, { timeout: 60_000, interval: 1_000 })
      .toContainEqual(expect.objectContaining({ incident, what: 'store-refuses' }));
    const { status, body } = await repair(incident);
    expect([status, body.outcome]).toEqual([200, 'carried-on']);
    expect(body.unlinked).toMatchObject([{ kind: 'do', step: 'first', by: 'sam' }]);
    expect((await state(incident)).priority).toBe(2);
    await expectToGoOn(incident, 'first');
  });

  it('leaves alone what is well, unless it is told to', async () => {
    const incident = await report('well');
    expect(await repair(incident)).toMatchObject({
      status: 409,
      body: { code: 'nothing-to-repair' },
    });
    expect(await repair(incident, { evenIfWell: true })).toMatchObject({ status: 200 });
    await expectToGoOn(incident, 'first');
  });

  it('is for engineers only, and each stands in the log of the API', async () => {
    const incident = await report('guarded');
    expect(await repair(incident, {}, 'somebody-else-with-a-token')).toMatchObject({ status: 403 });
    const url = `/api/incidents/${incident}/repair`;
    expect((await api.ask('ora', { method: 'POST', url, key: 'x', body: {} })).statusCode).toBe(
      403,
    );
    expect(await repair('I20260101-000404')).toMatchObject({ status: 404 });
    const logged = await engine.store.apiLog.read();
    expect(logged.filter(({ kind }) => kind === 'repaired').length).toBeGreaterThan(2);
  });
});
