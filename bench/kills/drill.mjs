import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { draw, pick, within } from './chance.mjs';
import { createClient } from './client.mjs';
import { examine } from './examine.mjs';
import { createHands } from './hands.mjs';
import { openJournal } from './journal.mjs';
import { createLedger } from './ledger.mjs';
import { supervise } from './supervisor.mjs';

const examinedEvery = 50;
const backWithinMilliseconds = 240_000;

/**
 * Kills a process of a system that is at work and starts it again, so many times in all: which, and when, follows from
 * the seed. What is in the folder already is gone on with.
 */
export const drill = async ({ name, system, folder, seed, kills, say, isStopped }) => {
  const journal = openJournal(join(folder, `${name}.jsonl`));
  const ledger = createLedger(journal);
  await system.startAll().catch(async (error) => {
    await system.stopAll();
    throw error;
  });
  const client = createClient({
    address: system.address,
    password: system.password,
    onBroken: (text) => ledger.note({ kind: 'broken', at: Date.now(), text }),
  });
  const hands = createHands({ seed, ledger, client });
  const supervisor = supervise(system.parts, (part) => {
    ledger.note({ kind: 'ended', at: Date.now(), part });
    say(`${name}: ${part} ended by itself`);
  });
  const strike = async (number) => {
    const target = pick(system.targets, draw(seed, name, number, 'target'));
    // Most are struck at work, some while they begin.
    const span = draw(seed, name, number, 'soon') < 0.2 ? [0, 1_500] : await atWork(number);
    await sleep(within(span, draw(seed, name, number, 'moment')));
    const parts = target === 'both' ? ['up'] : [target];
    parts.forEach(supervisor.hold);
    ledger.note({ kind: 'killed', at: Date.now(), number, target });
    await system.kill(target);
    await sleep(within([0, 600], draw(seed, name, number, 'down')));
    parts.forEach(supervisor.release);
  };
  let [answeredBefore, struckAt] = [-1, 0];
  /** Waits until an act was answered since the last strike. */
  const atWork = async (number) => {
    while (hands.answered() === answeredBefore) {
      if (Date.now() - struckAt > backWithinMilliseconds && struckAt > 0)
        throw new Error(`${name}: no act was answered for four minutes after kill ${number - 1}`);
      await sleep(20);
    }
    if (struckAt > 0)
      ledger.note({
        kind: 'back',
        at: Date.now(),
        number: number - 1,
        after: Date.now() - struckAt,
      });
    return [50, 2_500];
  };

  let last;
  try {
    hands.start();
    while (ledger.kills.length < kills && !isStopped()) {
      const number = ledger.kills.length + 1;
      await strike(number);
      [answeredBefore, struckAt] = [hands.answered(), Date.now()];
      if (number % 10 === 0)
        say(`${name}: ${number} kills, ${ledger.acts.size} acts and reports sent`);
      if (number % examinedEvery !== 0 || number === kills) continue;
      last = await examine({
        ledger,
        client,
        hands,
        system,
        folder,
        round: `${number}-${Date.now()}`,
      });
      if (hasFaults(last)) break;
      hands.start();
    }
    if (!isStopped() && !hasFaults(last)) {
      last = await examine({ ledger, client, hands, system, folder, round: `last-${Date.now()}` });
    }
  } finally {
    await hands.stop();
    await supervisor.stop();
    await system.stopAll();
    journal.close();
  }
  return { ledger, last };
};

/** True where anything is wrong in what an examination found. */
export const hasFaults = (found) =>
  found !== undefined && Object.values(found.faults).some((texts) => texts.length > 0);
