import { mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import protocol from '@temporalio/proto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { loadRelease } from '../../src/cli/load-release.ts';
import type { Act } from '../../src/model/act.ts';
import { runScenario } from '../../src/simulate/run-scenario.ts';
import { startEngine, type Engine } from '../temporal/engine.ts';
import { startIncident } from '../temporal/incident.ts';
import { temporalHost } from '../temporal/temporal-host.ts';
import { replayKeys, replaySigning } from './replay-key.ts';

const { History } = protocol.temporal.api.history.v1;

// Records the histories that replay.test.ts replays, once for each version that is released:
//   RECORD=v0.2.0 npx vitest run --project integration test/replay/record
// Recorded ones are never recorded again: a version that runs somewhere has histories like them.
const version = process.env['RECORD'];

const { loaded, release } = await loadRelease(join(import.meta.dirname, '../small'));
if (release === undefined) throw new Error('the small procedures do not compile');

describe.runIf(version !== undefined)(`the histories of ${version ?? ''} are recorded`, () => {
  const folder = join(import.meta.dirname, 'histories', version ?? '');
  let engine: Engine;
  beforeAll(async () => {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    engine = await startEngine([release], {
      codecKeys: replayKeys,
      signing: replaySigning,
    });
  });
  afterEach(() => engine.endRunning());
  afterAll(() => engine.stop());

  /** Writes down every run of every workflow that was begun, as it stands: it need not have ended. */
  const record = async (behaviour: string): Promise<void> => {
    let count = 0;
    for (const id of engine.running) {
      const { workflow } = engine.client;
      let runId: string | undefined = (await workflow.getHandle(id).describe()).runId;
      while (runId !== undefined && runId !== '') {
        count += 1;
        const history = await workflow.getHandle(id, runId).fetchHistory();
        const written = History.toObject(history as never, {
          longs: String,
          enums: String,
          bytes: String,
        });
        const text = JSON.stringify({ workflowId: id, history: written });
        await writeFile(
          join(folder, `${behaviour}${count === 1 ? '' : `-${count}`}.json`),
          `${text}\n`,
        );
        runId =
          history.events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId ??
          undefined;
      }
    }
  };

  it.each(
    loaded.tree.scenarios.map(
      ({ of, file, source }) => [`${of}-${basename(file, '.yaml')}`, of, source] as const,
    ),
  )('%s', async (behaviour, of, source) => {
    const { mismatches } = await runScenario(release, of, source, temporalHost(engine, source));
    expect(mismatches).toEqual([]);
    await record(behaviour);
  });

  it('continued-as-new', async () => {
    const reportedAt = await engine.env.currentTimeMs();
    const incident = await startIncident(engine, {
      release,
      procedure: 'joining',
      id: 'continued',
      reportedAt,
      actsPerRun: 2,
    });
    for (let times = 1; times <= 7; times += 1) {
      await incident.act('officer', { kind: 'answer', facts: { plate: `A${times}` } });
    }
    await record('continued-as-new');
  });

  it('messages', async () => {
    const reportedAt = await engine.env.currentTimeMs();
    const { settings } = release.procedures['dates'] ?? {};
    if (settings === undefined) throw new Error('there is no procedure of dates');
    const incident = await startIncident(engine, {
      release,
      procedure: 'dates',
      id: 'messages',
      reportedAt,
    });
    const acts: readonly Act[] = [
      { kind: 'join', report: 'another-report' },
      {
        kind: 'publish-calendar',
        calendar: { ...settings.calendar, holidays: [] },
        digest: 'without-holidays',
      },
      { kind: 'answer', facts: { plate: 'A1' } },
      { kind: 'close' },
      { kind: 'do', step: 'nothing', facts: {}, evidence: [] },
    ];
    for (const act of acts) await incident.act('officer', act, { id: `messages/${act.kind}` });
    await incident.act(
      'officer',
      { kind: 'answer', facts: { plate: 'A1' } },
      { id: 'messages/answer' },
    );
    await engine.env.sleep('2 days');
    await record('messages');
  });
});
