import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../src/setup/free-port.mjs';
import { createApart, newSecrets } from './apart.mjs';
import { drill } from './drill.mjs';
import { createEmbedded } from './embedded.mjs';
import { summaryOf } from './summary.mjs';

/**
 * Drills both forms of the system side by side, each with half of the kills, and returns what it came to. A folder that
 * has a state already is gone on with; its seed has to be the same.
 */
export const runKills = async ({
  folder,
  seed,
  kills,
  temporal,
  only,
  say,
  isStopped = () => false,
}) => {
  mkdirSync(folder, { recursive: true });
  // Another user's PostgreSQL has to reach its own data below it.
  chmodSync(folder, 0o755);
  const file = join(folder, 'state.json');
  const state = existsSync(file)
    ? JSON.parse(readFileSync(file, 'utf8'))
    : { seed, secrets: await newSecrets() };
  if (state.seed !== seed) throw new Error(`${folder} was begun with the seed ${state.seed}`);
  writeFileSync(file, JSON.stringify(state), { mode: 0o600 });
  const ports = {};
  for (const name of ['postgres', 'temporal', 'api', 'up']) ports[name] = await freePort();
  const setup = { ports, secrets: state.secrets, temporal };
  const systems = {
    apart: () => createApart({ folder: join(folder, 'apart'), ...setup }),
    embedded: () => createEmbedded({ folder: join(folder, 'embedded'), ...setup }),
  };
  const names = Object.keys(systems).filter((name) => only === undefined || only === name);
  return Promise.all(
    names.map(async (name, index) => {
      const system = await systems[name]();
      const share = Math.floor((kills + names.length - 1 - index) / names.length);
      const done = await drill({ name, system, folder, seed, kills: share, say, isStopped });
      const summary = summaryOf(name, done);
      writeFileSync(
        join(folder, `${name}-result.json`),
        `${JSON.stringify(summary, undefined, 2)}\n`,
      );
      return summary;
    }),
  );
};
