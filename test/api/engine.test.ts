import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dossierFlaws } from '../../src/cli/verify/dossier-flaws.ts';
import { givenKeys } from '../../src/cli/verify/given-keys.ts';
import type { ActTaken, ReceiptView } from '../../src/contract/act-contract.ts';
import type { Dossier } from '../../src/contract/dossier-contract.ts';
import type { IncidentView } from '../../src/contract/incident-contract.ts';
import type { Prompts } from '../../src/contract/prompt-contract.ts';
import type { ReportTaken } from '../../src/contract/report-contract.ts';
import { hashEntry } from '../../src/machine/log-chain.ts';
import type { LogEntry } from '../../src/model/log-entry.ts';
import { startEngine, type Engine } from '../temporal/engine.ts';
import { newKey } from '../test-keys.ts';
import { apiOnEngine } from './api-on-engine.ts';
import { sampleRelease } from './bureau.ts';
import { runApi, type RunningApi } from './running-api.ts';

const key = newKey();
let engine: Engine;
let api: RunningApi;
let incident: string;

beforeAll(async () => {
  const release = sampleRelease();
  engine = await startEngine([release], { timeSkipping: false });
  api = await apiOnEngine(engine, release, { signer: key.signer });
  const taken = await post('ora', '/api/reports', 'r1', {
    channel: '110',
    text: '自行车被张三偷了',
    place: '东街 1 号',
    handledAt: 'scene',
    reporter: { name: '李四', phone: '13800000000' },
    facts: { stolen: 'yes' },
  });
  expect(taken.statusCode).toBe(201);
  incident = (taken.json() as ReportTaken).incident ?? '';
}, 120_000);

afterAll(async () => {
  await api.app.close();
  await engine.stop();
});

const post = (person: string, url: string, key: string, body: object) =>
  api.ask(person, { method: 'POST', url, key, body });
const doStep = (person: string, step: string, key: string, body: object = {}) =>
  post(person, `/api/incidents/${incident}/steps/${step}`, key, { action: 'do', ...body });
const view = async (person: string) =>
  (await api.ask(person, { url: `/api/incidents/${incident}` })).json() as IncidentView;
const stepOf = ({ steps }: IncidentView, id: string) => steps.find((step) => step.id === id);

describe('an incident', () => {
  test('shows who may what, and what waits for what, to each reader', async () => {
    const seen = await view('ora');
    expect(seen).toMatchObject({
      id: incident,
      standard: { id: 'theft' },
      hidden: false,
      decisions: expect.arrayContaining([
        expect.objectContaining({ decides: 'standard', outcome: 'theft' }),
      ]),
      reports: [
        {
          text: '自行车被张三偷了',
          reporter: '李四',
          facts: [{ id: 'stolen', value: 'yes', label: { zh: '是', en: 'Yes' } }],
        },
      ],
    });
    expect(stepOf(seen, 'dispatch')).toMatchObject({
      status: 'open',
      can: expect.arrayContaining(['do']),
    });
    expect(stepOf(seen, 'sign')).toMatchObject({
      status: 'waiting',
      waitingFor: [{ id: 'dispatch' }],
      can: [],
    });
    expect(stepOf(await view('sam'), 'dispatch')?.can).toEqual([]);
  });

  test('is not there for who may not know of it, and its refusal is logged', async () => {
    const answer = await api.ask('wes', { url: `/api/incidents/${incident}` });
    expect([answer.statusCode, answer.json()]).toMatchObject([404, { code: 'incident-unknown' }]);
    expect((await api.store.apiLog.read()).at(-1)).toMatchObject({
      kind: 'refused',
      data: { person: 'wes', action: 'readIncident', incident },
    });
  });

  test('hides names, places and texts from a colleague without a part in it', async () => {
    const seen = await view('new');
    expect(seen.hidden).toBe(true);
    expect(JSON.stringify(seen)).not.toMatch(/张三|李四|东街|13800000000/);
  });

  test('that protects a victim is read on the record', async () => {
    await view('lee');
    expect((await api.store.apiLog.read()).at(-1)).toMatchObject({
      kind: 'read-protected',
      data: { person: 'lee', incidents: [incident], what: 'incident' },
    });
  });
});

describe('an act', () => {
  let first: ReceiptView;

  test('by somebody of another unit is answered as where there is none', async () => {
    const answer = await doStep('wes', 'dispatch', 'w1');
    expect([answer.statusCode, answer.json()]).toMatchObject([404, { code: 'incident-unknown' }]);
  });

  test('without the role is refused with the role it takes, by its title', async () => {
    const answer = await doStep('new', 'dispatch', 'n1');
    expect([answer.statusCode, answer.json()]).toMatchObject([
      409,
      { code: 'not-your-role', role: 'operator', titles: { operator: { en: 'Operator' } } },
    ]);
    expect((await api.store.apiLog.read()).at(-1)).toMatchObject({
      data: { person: 'new', action: 'do', code: 'not-your-role', incident, step: 'dispatch' },
    });
  });

  test('that is taken is in the store before it is answered, with a receipt that the public key verifies', async () => {
    const answer = await doStep('ora', 'dispatch', 'd1');
    expect(answer.statusCode).toBe(200);
    const { receipt } = answer.json() as ActTaken;
    expect(receipt).toMatchObject({ incident, act: 'd1', kind: 'do', step: 'dispatch', by: 'ora' });
    first = receipt;
    expect(await api.store.log.lastSeq(incident)).toBeGreaterThanOrEqual(receipt.seq);
    expect(stepOf(await view('ora'), 'dispatch')).toMatchObject({
      status: 'done',
      by: { id: 'ora' },
    });
  });

  test('done again under its key has the same receipt; with another content it is refused', async () => {
    expect(((await doStep('ora', 'dispatch', 'd1')).json() as ActTaken).receipt).toEqual(first);
    const other = await doStep('ora', 'dispatch', 'd1', { note: 'another' });
    expect([other.statusCode, other.json()]).toMatchObject([409, { code: 'key-reused' }]);
    const stranger = await doStep('lee', 'dispatch', 'd1');
    expect([stranger.statusCode, stranger.json()]).toMatchObject([409, { code: 'key-reused' }]);
  });

  test('that comes twice at once is taken once', async () => {
    const answers = await Promise.all(
      [1, 2, 3].map(() => doStep('sam', 'sign', 's1', { equipment: ['camera'] })),
    );
    const receipts = answers.map((answer) => (answer.json() as ActTaken).receipt);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
    expect(new Set(receipts.map(({ hash }) => hash)).size).toBe(1);
  });

  test('brings the next prompts, and only to who is asked', async () => {
    const prompts = async (person: string) => {
      const answer = (await api.ask(person, { url: '/api/prompts' })).json() as Prompts;
      return answer.prompts.map(({ step }) => step.id);
    };
    expect(await prompts('sam')).toContain('arrive');
    expect(await prompts('sue')).not.toContain('arrive');
    expect(await prompts('wes')).toEqual([]);
  });

  test('without its evidence is refused, and closing names every step in the way by its title', async () => {
    const bare = await doStep('sam', 'arrive', 'a1');
    expect([bare.statusCode, bare.json()]).toMatchObject([
      409,
      { code: 'evidence-missing', missing: ['photo'], titles: { photo: { en: 'Photo' } } },
    ]);
    const closing = await post('sam', `/api/incidents/${incident}/close`, 'c1', {});
    const { open, waiting, undecided } = (await view('sam')).closing;
    expect([closing.statusCode, closing.json()]).toMatchObject([
      409,
      { code: 'steps-open', open, waiting, undecided, titles: { arrive: { en: 'Arrive' } } },
    ]);
  });

  test('with a fact that there is not says which, and which was probably meant', async () => {
    const facts = { hrut: 'yes' };
    const answers = [
      await post('sam', `/api/incidents/${incident}/acts`, 'u1', { action: 'answer', facts }),
      await doStep('sam', 'arrive', 'u2', { facts }),
    ];
    for (const answer of answers) {
      expect([answer.statusCode, answer.json()]).toMatchObject([
        409,
        {
          code: 'fact-unknown',
          missing: ['hrut'],
          text: { en: 'there is no fact `hrut` here; did you mean `hurt`?' },
        },
      ]);
    }
    const report = { channel: '110', text: '被偷了', facts };
    expect((await post('ora', '/api/reports', 'u3', report)).json()).toMatchObject({
      errors: [{ pointer: '/facts/hrut', detail: { en: expect.stringContaining('`hurt`') } }],
    });
  });

  test('says which field it lacks', async () => {
    const answer = await post('sam', `/api/incidents/${incident}/steps/arrive`, 'x1', {
      action: 'deviate',
    });
    expect([answer.statusCode, answer.json()]).toMatchObject([
      400,
      { errors: [{ pointer: '/reason' }] },
    ]);
  });
});

describe('the dossier', () => {
  test('has an unbroken chain and receipts that hold offline', async () => {
    const dossier = (
      await api.ask('lee', { url: `/api/incidents/${incident}/dossier` })
    ).json() as Dossier;
    const entries = dossier.entries as readonly LogEntry[];
    let previous = '0'.repeat(64);
    for (const { hash, ...entry } of entries) {
      expect([entry.previous, hashEntry(entry)]).toEqual([previous, hash]);
      previous = hash;
    }
    expect(dossier.head).toEqual({ seq: entries.length, hash: previous });
    expect(dossier.receipts.map(({ act }) => act)).toEqual(expect.arrayContaining(['d1', 's1']));
    for (const receipt of dossier.receipts) {
      expect(entries[receipt.seq - 1]?.hash).toBe(receipt.hash);
    }
    expect(dossierFlaws(dossier, await givenKeys([key.trusted, engine.workerKey.trusted]))).toEqual(
      [],
    );
  });

  test('is not given to who may not read the names in it', async () => {
    const answer = await api.ask('new', { url: `/api/incidents/${incident}/dossier` });
    expect([answer.statusCode, answer.json()]).toMatchObject([403, { code: 'forbidden' }]);
  });
});

describe('with the engine away', () => {
  const clock = { now: () => Date.now(), factor: 1 };

  test('an act is not lost but to be repeated with its key', async () => {
    const away = await runApi({ store: engine.store, release: api.release, clock });
    const url = `/api/incidents/${incident}/steps/arrive`;
    const answer = await away.ask('sam', {
      method: 'POST',
      url,
      key: 'away-1',
      body: { action: 'do' },
    });
    expect([answer.statusCode, answer.headers['retry-after'], answer.json()]).toMatchObject([
      503,
      '2',
      { code: 'engine-away' },
    ]);
    await away.app.close();
  });

  test('a report waits in the inbox, and its incident runs once the engine is back', async () => {
    const { release } = api;
    const away = await runApi({ store: engine.store, release, clock });
    const body = { channel: '110', text: '又被偷了', facts: { stolen: 'yes' } };
    const answer = await away.ask('ora', { method: 'POST', url: '/api/reports', key: 'r2', body });
    expect(answer.json()).toMatchObject({ pending: true });
    await away.app.close();
    const { report } = answer.json() as ReportTaken;
    const gateway = engine.gateway();
    const back = await runApi({
      store: engine.store,
      release,
      clock,
      gateway,
      beginTimeoutMilliseconds: 30_000,
      retryInboxMilliseconds: 100,
    });
    await expect
      .poll(async () => (await engine.store.reports.get(report))?.status, { timeout: 20_000 })
      .toBe('started');
    await back.app.close();
  });
});

test('a page hears of what it may see, and of nothing else', async () => {
  const address = await api.app.listen({ host: '127.0.0.1', port: 0 });
  const hear = async (person: string) => {
    const abort = new AbortController();
    const headers = { authorization: `Bearer ${await api.token(person)}` };
    const { body } = await fetch(`${address}/api/events`, { headers, signal: abort.signal });
    let text = '';
    const reading = (async () => {
      for await (const chunk of body ?? []) text += Buffer.from(chunk).toString('utf8');
    })().catch(() => undefined);
    return {
      text: () => text,
      stop: () => {
        abort.abort();
        return reading;
      },
    };
  };
  const [lee, wes] = [await hear('lee'), await hear('wes')];
  const answer = await doStep('sam', 'arrive', 'a2', {
    evidence: [{ kind: 'photo', reference: '1.jpg' }],
  });
  expect(answer.statusCode).toBe(200);
  await expect.poll(lee.text, { timeout: 5_000 }).toContain(`"incident":"${incident}"`);
  expect(wes.text()).not.toContain(incident);
  expect(wes.text()).toContain('retry: 2000');
  await Promise.all([lee.stop(), wes.stop()]);
});
