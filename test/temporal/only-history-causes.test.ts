import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Act } from '../../src/model/act.ts';
import { scenarioActor } from '../../src/simulate/scenario-act.ts';
import type { ActOutcome } from '../../src/worker/client/procedure-gateway.ts';
import { smallRelease as release } from '../unit/machine/small-release.ts';
import { startEngine, type Engine } from './engine.ts';
import { startIncident, type Incident } from './incident.ts';
import { replayed } from './replayed.ts';

// The workflow's own write is due ten seconds after the act.
const flushedAfterMilliseconds = 10_000;
const refusal: Act = { kind: 'do', step: 'nothing', facts: {}, evidence: [] };

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine([release], { timeSkipping: false });
});
afterAll(() => engine.stop());

describe('a refused act', () => {
  it('causes nothing, also at the moment at which something is due: the history replays', async () => {
    const incidents = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        startIncident(engine, {
          release,
          procedure: 'facts',
          id: `refused-${index}`,
          reportedAt: Date.now(),
        }),
      ),
    );
    await Promise.all(incidents.map(refusedAroundTheFlush));
    expect(await replayed(engine, engine.running)).toEqual([]);
    await engine.restartWorker();
    for (const incident of incidents) {
      const answer: Act = { kind: 'answer', facts: { injury: 'none' } };
      expect(await incident.act('officer', answer)).toMatchObject({ taken: true, fresh: true });
    }
  });

  it('is refused where its clock is more than a minute from that of the server', async () => {
    const incident = await startIncident(engine, {
      release,
      procedure: 'facts',
      id: 'apart',
      reportedAt: Date.now() - 600_000,
    });
    const act: Act = { kind: 'answer', facts: { injury: 'none' } };
    for (const apart of [-61_000, 61_000]) {
      const received = Date.now() + apart;
      expect(await incident.act('officer', act, { received })).toMatchObject({
        taken: false,
        refusal: { code: 'clocks-apart' },
      });
    }
    const within = await incident.act('officer', act, { received: Date.now() + 50_000 });
    expect(within).toMatchObject({ taken: true });
    const next = await incident.act('officer', { kind: 'answer', facts: { injury: 'grave' } });
    expect(next).toMatchObject({ taken: true });
    const recorded = (await incident.entries()).map((entry) => entry.recorded);
    expect(recorded).toEqual([...recorded].sort((left, right) => left - right));
  });

  const refusedAroundTheFlush = async (incident: Incident): Promise<void> => {
    const sent = Date.now();
    const taken = await incident.act('officer', { kind: 'answer', facts: { injury: 'grave' } });
    expect(taken).toMatchObject({ taken: true });
    await sleep(sent + flushedAfterMilliseconds - 20 - Date.now());
    while (Date.now() < sent + flushedAfterMilliseconds + 300) {
      expect(await incident.act('officer', refusal)).toMatchObject({ taken: false });
    }
  };
});

describe('a question while no worker runs', () => {
  // Which of the two a new worker gets first, the question or the task, is by chance.
  const incidentsAsked = 8;

  it('moves nothing before its task: a timer that fired meanwhile and an act replay', async () => {
    const incidents = await Promise.all(
      Array.from({ length: incidentsAsked }, (_, index) =>
        startIncident(engine, {
          release,
          procedure: 'facts',
          id: `asked-${index}`,
          reportedAt: Date.now(),
        }),
      ),
    );
    const sent = Date.now();
    for (const incident of incidents) {
      const taken = await incident.act('officer', { kind: 'answer', facts: { injury: 'grave' } });
      expect(taken).toMatchObject({ taken: true });
    }
    await sleep(sent + flushedAfterMilliseconds - 3_000 - Date.now());
    const asking: Promise<unknown>[] = [];
    const acting: Promise<unknown>[] = [];
    await engine.withoutWorker(async () => {
      for (const incident of incidents) {
        // As Temporal's own page asks, and as we do. A query may be refused, and then be asked again.
        const { id } = incident;
        asking.push(
          engine.client.workflow
            .getHandle(id)
            .query('view')
            .catch(() => undefined),
        );
        asking.push(incident.view());
      }
      await sleep(sent + flushedAfterMilliseconds + 3_000 - Date.now());
      const act: Act = { kind: 'answer', facts: { injury: 'none' } };
      acting.push(...incidents.map((incident) => incident.act('officer', act)));
      await sleep(500);
    });
    for (const outcome of await Promise.all(acting)) expect(outcome).toMatchObject({ taken: true });
    expect(await Promise.all(asking)).toHaveLength(2 * incidentsAsked);
    const ids = incidents.map(({ id }) => id);
    expect(await replayed(engine, ids)).toEqual([]);
    await engine.restartWorker();
    for (const incident of incidents) {
      const answer: Act = { kind: 'answer', facts: { injury: 'grave' } };
      expect(await incident.act('officer', answer)).toMatchObject({ taken: true, fresh: true });
    }
  });
});

describe('an act that two send at once', () => {
  // A server that is killed in between may write the one message and have the worker take the other, where both are one
  // update: what was acknowledged is then not what is replayed.
  it('counts once, and each of the two messages is an update of its own', async () => {
    const now = Date.now();
    const begun = { release, procedure: 'facts', id: 'sent-twice', reportedAt: now };
    const incident = await startIncident(engine, begun);
    const [one, other] = [engine.gateway(), engine.gateway()];
    const actor = scenarioActor('officer', 'unit-a', { person: 'officer' });
    const act: Act = { kind: 'answer', facts: { injury: 'grave' } };
    const message = { id: 'the-act', digest: 'd', act, actor, happened: now };
    const sending: Promise<ActOutcome>[] = [];
    await engine.withoutWorker(async () => {
      const received = Date.now();
      sending.push(one.act(incident.id, { ...message, received, salt: 'a' }));
      await sleep(500);
      sending.push(other.act(incident.id, { ...message, received: received + 500, salt: 'b' }));
      await sleep(500);
    });
    const outcomes = await Promise.all(sending);
    const receipts = outcomes.map((outcome) => outcome.taken && outcome.receipt);
    expect(receipts[0]).toMatchObject({ act: 'the-act' });
    expect(receipts[1]).toEqual(receipts[0]);
    const { events } = await engine.client.workflow.getHandle(incident.id).fetchHistory();
    const accepted = (events ?? []).flatMap((event) => {
      const id = event.workflowExecutionUpdateAcceptedEventAttributes?.protocolInstanceId;
      return id?.startsWith('the-act') === true ? [id] : [];
    });
    expect(new Set(accepted).size).toBe(2);
    const entries = outcomes.flatMap((outcome) => (outcome.taken ? outcome.entries : []));
    const acts = entries.filter(({ data }) => data.kind === 'act').map(({ hash }) => hash);
    expect(new Set(acts).size).toBe(1);
    expect(await replayed(engine, [incident.id])).toEqual([]);
  });
});

describe('a change that the clock drives', () => {
  // Ten minutes of the domain are a second.
  const factor = 600;
  // The SDK keeps a task alive after eight seconds; on replay it then has another time.
  const slowMilliseconds = 9_000;

  it.each([
    ['by itself', undefined],
    ['behind an act', { kind: 'do', step: 'decide', facts: { injury: 'grave' }, evidence: [] }],
  ] as const)('is written with the same times when it is replayed, %s', async (_how, act) => {
    const now = Date.now();
    const incident = await startIncident(engine, {
      release,
      procedure: 'changed',
      id: `slow-${act?.kind ?? 'alone'}`,
      reportedAt: now,
      clock: { wallOrigin: now, domainOrigin: now, factor },
      foresees: false,
    });
    engine.decidingTakesMilliseconds = slowMilliseconds;
    if (act !== undefined)
      expect(await incident.act('officer', act)).toMatchObject({ taken: true });
    await expect
      .poll(async () => (await engine.store.log.of(incident.id)).map(({ data }) => data.kind), {
        timeout: 60_000,
        interval: 500,
      })
      .toContain('priority');
    engine.decidingTakesMilliseconds = 0;
    expect(await replayed(engine, [incident.id])).toEqual([]);
    await engine.restartWorker();
    // A fork would be refused by the store for ever.
    const storedHead = async () => {
      const last = (await engine.store.log.of(incident.id)).at(-1);
      return { seq: last?.seq, hash: last?.hash };
    };
    await expect
      .poll(async () => JSON.stringify(await storedHead()), { timeout: 20_000, interval: 500 })
      .toBe(JSON.stringify((await incident.view()).head));
  });
});
