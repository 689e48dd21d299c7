import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brokenBundle } from '../temporal/broken-bundle.ts';
import { startEngine, type Engine } from '../temporal/engine.ts';
import { apiOnEngine, reportTheft } from './api-on-engine.ts';
import { sampleRelease } from './bureau.ts';
import type { RunningApi } from './running-api.ts';

const operatorToken = 'an-operator-token-of-the-tests';

interface Ready {
  readonly status: string;
  readonly sick: { readonly count: number; readonly incidents: readonly { what: string }[] };
}

describe('an incident that does not go on', () => {
  let engine: Engine;
  let api: RunningApi;
  beforeAll(async () => {
    const release = sampleRelease();
    engine = await startEngine([release], { timeSkipping: false });
    api = await apiOnEngine(engine, release, {
      watchIncidentsMilliseconds: 500,
      operatorToken,
      actTimeoutMilliseconds: 2_000,
    });
  });
  afterAll(async () => {
    await api.app.close();
    await engine.stop();
  });

  const ready = async (): Promise<Ready> =>
    (await api.app.inject({ url: '/readyz' })).json() as Ready;
  const seen = () =>
    expect.poll(async () => (await ready()).sick.incidents, { timeout: 60_000, interval: 500 });

  it('is named where no procedure runs for it', async () => {
    const incident = await reportTheft(api, 'stopped');
    await engine.client.workflow.getHandle(incident).terminate();
    await seen().toContainEqual({ incident, what: 'not-running' });
    const metrics = await api.app.inject({ url: '/metrics', remoteAddress: '127.0.0.1' });
    expect(metrics.body).toContain(
      `jiechu_sick_incident{incident="${incident}",what="not-running"} 1`,
    );
    expect((await ready()).status).toBe('ready');
    // Repaired twice at once it is begun again once, although it was listed.
    const repair = () =>
      api.app.inject({
        method: 'POST',
        url: `/api/incidents/${incident}/repair`,
        headers: { authorization: `Bearer ${operatorToken}`, 'x-requested-with': 'jiechu' },
        payload: {},
      });
    const answers = await Promise.all([repair(), repair()]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 409]);
    await seen().not.toContainEqual(expect.objectContaining({ incident }));
  });

  it('is named where its history cannot be replayed, and the others are not', async () => {
    await engine.restartWorker({ bundle: brokenBundle() });
    const dead = await reportTheft(api, 'dead');
    await engine.restartWorker();
    const well = await reportTheft(api, 'well');
    const body = { action: 'answer', facts: { stolen: 'no' } };
    const url = `/api/incidents/${dead}/acts`;
    await api.ask('ora', { method: 'POST', url, key: 'act', body });
    await seen().toContainEqual({ incident: dead, what: 'task-fails' });
    expect((await ready()).sick.incidents).not.toContainEqual(
      expect.objectContaining({ incident: well }),
    );
  });
});
