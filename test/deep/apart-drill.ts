import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createApart, newSecrets } from '../../bench/kills/apart.mjs';
import { createClient } from '../../bench/kills/client.mjs';
import { examine } from '../../bench/kills/examine.mjs';
import { createHands } from '../../bench/kills/hands.mjs';
import { openJournal } from '../../bench/kills/journal.mjs';
import { createLedger } from '../../bench/kills/ledger.mjs';
import { processesOf } from '../../bench/processes.mjs';
import { freePort } from '../../src/setup/free-port.mjs';
import { aFolder, needed } from './a-folder.ts';

/** API and worker apart on the standards of the kill drill, with its load and its checker. */
export async function startApartDrill({ withSecond = false } = {}) {
  const folder = aFolder();
  mkdirSync(join(folder, 'apart'));
  const ports: Record<string, number> = {};
  for (const name of ['postgres', 'temporal', 'api', 'second-api']) ports[name] = await freePort();
  const system = await createApart({
    folder: join(folder, 'apart'),
    ports,
    secrets: await newSecrets(),
    temporal: needed('TEMPORAL_CLI'),
    withSecond,
  });
  await system.startAll();
  const broken: string[] = [];
  const clientAt = (address: string) =>
    createClient({
      address,
      password: system.password,
      onBroken: (text: string) => void broken.push(text),
    });
  const client = clientAt(system.address);
  const journal = openJournal(join(folder, 'journal.jsonl'));
  const ledger = createLedger(journal);
  const hands = createHands({ seed: '7', ledger, client });
  const signal = (target: string, name: NodeJS.Signals) => {
    // A server of many processes stands still only where all of them do.
    const pids = processesOf(system.pidOf(target)).map(({ pid }: { pid: number }) => pid);
    for (const pid of pids) process.kill(pid, name);
  };
  return {
    system,
    client,
    clientAt,
    ledger,
    hands,
    broken,
    /** Stops every process of a part where it is, and lets it go on. */
    async freeze(target: string, milliseconds: number) {
      signal(target, 'SIGSTOP');
      try {
        await sleep(milliseconds);
      } finally {
        signal(target, 'SIGCONT');
      }
    },
    examine: async () => {
      const { faults } = await examine({
        ledger,
        client,
        hands,
        system,
        folder,
        round: `${Date.now()}`,
      });
      return Object.values(faults as Record<string, string[]>).flat();
    },
    async stop() {
      await hands.stop();
      await system.stopAll();
      journal.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

export type ApartDrill = Awaited<ReturnType<typeof startApartDrill>>;
