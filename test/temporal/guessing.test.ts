import { createHash } from 'node:crypto';
import protocol from '@temporalio/proto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Act } from '../../src/model/act.ts';
import { contentText } from '../../src/model/content-text.ts';
import { digestsOf, newDigestKey } from '../../src/worker/keys/digest-keys.ts';
import { digestKeysFrom } from '../test-keys.ts';
import { smallRelease as release } from '../unit/machine/small-release.ts';
import { untilTrue } from './drill.ts';
import { startEngine, type Engine } from './engine.ts';
import { startIncident, type Incident } from './incident.ts';

const { History } = protocol.temporal.api.history.v1;

// The fact of the small procedure is a number plate; a telephone number is as easy to guess.
const phone = '13800138042';
const candidates = Array.from(
  { length: 100 },
  (_, last) => `138001380${`${last}`.padStart(2, '0')}`,
);
const note: Act = { kind: 'do', step: 'note', facts: { plate: phone }, evidence: [] };
const content = (incident: string, plate: string) => ({
  person: 'officer',
  incident,
  content: { step: 'note', action: 'do', facts: { plate } },
});

/** All that somebody computes who knows the form of everything and wants to know the number. */
const guesses = (incident: string, number: string): readonly string[] =>
  [number, JSON.stringify(number), JSON.stringify([number]), contentText(content(incident, number))]
    .map((text) => createHash('sha256').update(text).digest('hex'))
    .flatMap((hash) => [hash, hash.slice(0, 24)]);

describe('who reads all of Temporal without a key', () => {
  const [before, after] = [newDigestKey('old'), newDigestKey('new')];
  const old = digestKeysFrom(before);
  const rotated = digestKeysFrom(`${after},${before}`);
  let engine: Engine;
  beforeAll(async () => {
    engine = await startEngine([release], { timeSkipping: false, digestKeys: old });
  });
  afterAll(() => engine.stop());

  const begin = (id: string): Promise<Incident> =>
    startIncident(engine, { release, procedure: 'joining', id, reportedAt: Date.now() });
  const started = async (incident: Incident): Promise<readonly string[]> => {
    await untilTrue(async () => (await incident.view()).started.length > 0);
    const ids = (await incident.view()).started.map(({ id }) => id);
    for (const id of ids) engine.running.add(id);
    return ids;
  };
  const clear = async (ids: readonly string[]): Promise<string> => {
    const histories = await Promise.all(
      ids.map((id) => engine.client.workflow.getHandle(id).fetchHistory()),
    );
    const bytes = histories.map((history) => Buffer.from(History.encode(history).finish()));
    return [...ids, ...bytes.map((each) => each.toString('latin1'))].join('\n');
  };

  it('guesses no number from an id, and neither does who reads the log and has the digest key', async () => {
    const incident = await begin('guessed');
    const digests = digestsOf(old, 'act', content('guessed', phone));
    expect(await incident.act('officer', note, { digests })).toMatchObject({ taken: true });
    const all = await clear(['guessed', ...(await started(incident))]);
    // It is known again by its digest, which is sealed.
    expect(all).not.toContain(digests.digest);
    const guessed = candidates.filter((number) =>
      guesses('guessed', number).some((guess) => all.includes(guess)),
    );
    expect(guessed).toEqual([]);

    const log = JSON.stringify(await engine.store.log.of('guessed'));
    expect(log).not.toContain(phone);
    const shared = digestsOf(old, 'shared-procedure', phone).digest;
    expect(log).not.toContain(shared);
    expect(all).not.toContain(shared);
  });

  it('is not helped by a rotation, after which the same act is still the same', async () => {
    const incident = await begin('rotated');
    const sent = content('rotated', phone);
    const first = await incident.act('officer', note, {
      id: 'once',
      digests: digestsOf(old, 'act', sent),
    });
    const again = await incident.act('officer', note, {
      id: 'once',
      digests: digestsOf(rotated, 'act', sent),
    });
    expect([first, again]).toMatchObject([
      { taken: true, fresh: true },
      { taken: true, fresh: false },
    ]);
    expect(again.taken && first.taken && again.receipt.hash === first.receipt.hash).toBe(true);
    const other = await incident.act('officer', note, {
      id: 'once',
      digests: digestsOf(rotated, 'act', content('rotated', '13900000000')),
    });
    expect(other).toMatchObject({ taken: false, refusal: { code: 'key-reused' } });
  });

  it('nor does what incidents share run twice after one', async () => {
    const plate = 'shared-by-two';
    const doing: Act = { ...note, facts: { plate } };
    const one = await begin('shares-1');
    expect(await one.act('officer', doing)).toMatchObject({ taken: true });
    const [id] = await started(one);
    await engine.restartWorker({ digestKeys: rotated });
    const two = await begin('shares-2');
    expect(await two.act('officer', doing)).toMatchObject({ taken: true });
    expect(await started(two)).toEqual([id]);
    // Found by the old digest, it has the new one now.
    const made = await engine.store.sharedProcedures.madeByOthers('new');
    expect(made.map(({ value }) => value)).not.toContain(plate);
    const three = await begin('shares-3');
    await engine.restartWorker({ digestKeys: digestKeysFrom(after) });
    expect(await three.act('officer', doing)).toMatchObject({ taken: true });
    expect(await started(three)).toEqual([id]);
    const stranger = await begin('shares-4');
    expect(await stranger.act('officer', { ...note, facts: { plate: 'another' } })).toMatchObject({
      taken: true,
    });
    expect(await started(stranger)).not.toEqual([id]);
  });
});
