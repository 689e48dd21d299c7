import { setTimeout as sleep } from 'node:timers/promises';
import type { Payload } from '@temporalio/common';
import { expect } from 'vitest';
import type { Act, ActMessage } from '../../src/model/act.ts';
import { scenarioActor } from '../../src/simulate/scenario-act.ts';
import { verifyChain } from '../../src/store/verify-chain.ts';
import { payloadCodec } from '../../src/worker/codec/payload-codec.ts';
import { signedPayload } from '../../src/worker/codec/signed-payload.ts';
import { signedText, type Signer } from '../../src/worker/keys/signed-text.ts';
import { smallRelease as release } from '../unit/machine/small-release.ts';
import type { Engine } from './engine.ts';
import { startIncident, type Incident } from './incident.ts';
import { replayed } from './replayed.ts';

/** An act that the small procedure `joining` takes at any time. */
export const answer = (plate: string): Act => ({ kind: 'answer', facts: { plate } });

// A loaded machine takes its time, and the server half a minute to delete a history.
const waitedMilliseconds = 90_000;

/** Waits until something is so; fails where it takes too long. */
export const untilTrue = async (is: () => Promise<boolean>): Promise<void> => {
  const end = Date.now() + waitedMilliseconds;
  while (!(await is())) {
    if (Date.now() > end) throw new Error('it has not become true');
    await sleep(200);
  }
};

/** An act in the name of somebody who never did it. */
export const forgedAct = (id: string, act: Act = answer('forged')): ActMessage => {
  const now = Date.now();
  const actor = scenarioActor('officer', 'unit-a', { person: 'forged' });
  return { id, digest: id, act, actor, happened: now, received: now, salt: 'salt' };
};

// A forged message must not hold up others, as a failed task would: that is tried again after ten seconds.
const soonMilliseconds = 8000;

/** The means of every drill: its beginning, and the checks that it has to pass. */
export const drill = (engine: Engine) => {
  let begun = 0;
  const newId = (): string => `foreign-${(begun += 1)}`;
  const begin = ({
    procedure = 'joining',
    foresees = true,
    id = newId(),
  } = {}): Promise<Incident> => {
    return startIncident(engine, { release, procedure, id, reportedAt: Date.now(), foresees });
  };
  const historyOf = (id: string, runId?: string) =>
    engine.client.workflow.getHandle(id, runId).fetchHistory();
  const failedTasks = async (id: string): Promise<number> =>
    ((await historyOf(id)).events ?? []).filter((event) => event.workflowTaskFailedEventAttributes)
      .length;

  /** A good act is taken at once, nothing of the stranger's is in the log, and a worker with nothing in memory goes on. */
  const goesOn = async (incident: Incident): Promise<void> => {
    const began = Date.now();
    expect(await incident.act('officer', answer('good'))).toMatchObject({ taken: true });
    expect(Date.now() - began).toBeLessThan(soonMilliseconds);
    await isSound(incident);
    await engine.restartWorker();
    expect(await incident.act('officer', answer('better'))).toMatchObject({ taken: true });
    expect((await incident.view()).answers['plate']).toBe('better');
  };
  const isSound = async (incident: Incident): Promise<void> => {
    expect(await failedTasks(incident.id)).toBe(0);
    const entries = await incident.entries();
    expect(JSON.stringify(entries)).not.toContain('forged');
    expect(verifyChain(entries)).toBeUndefined();
    await replays(incident.id);
  };
  const replays = async (id: string): Promise<void> =>
    expect(await replayed(engine, [id])).toEqual([]);
  /** As who has a key would sign and seal it, for wherever he wants. */
  const sealed = async (
    signer: Signer,
    said: { readonly workflow: string; readonly name: string; readonly update: string },
    { content = forgedAct('forged') as object, at = Date.now() } = {},
  ): Promise<readonly Payload[]> => {
    const { codecKeys, signing } = engine;
    const codec = payloadCodec({ codecKeys, trusted: signing.trusted });
    const { payload } = signedPayload(signedText(signer, { ...said, at }, content));
    const context = { type: 'workflow', namespace: 'default', workflowId: said.workflow } as const;
    return codec.encode([payload], context);
  };

  return { newId, begin, historyOf, failedTasks, goesOn, isSound, replays, sealed };
};
