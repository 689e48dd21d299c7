import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createServing, policy } from './jiechu-part.mjs';
import { embeddedTemporal } from './temporal-part.mjs';

/** The whole system as `up` runs it, in one process with its Temporal server beside it: either is killed, or both. */
export const createEmbedded = ({ folder, ports, temporal }) => {
  mkdirSync(folder, { recursive: true });
  const data = join(folder, 'data');
  const up = createServing({
    name: 'up',
    args: ['up', '--root', policy, '--data', data, '--port', `${ports.up}`, '--json'],
    folder,
    environment: { TEMPORAL_CLI: temporal, XDG_STATE_HOME: join(folder, 'state') },
  });
  const address = `http://127.0.0.1:${ports.up}`;
  let said = {};
  const start = async () => {
    said = JSON.parse(await up.start());
  };
  const killTemporal = () => {
    const pid = embeddedTemporal(data);
    if (pid !== undefined) process.kill(pid, 'SIGKILL');
  };
  return {
    name: 'embedded',
    address,
    password: () => said.password,
    targets: ['up', 'temporal', 'both'],
    parts: [{ name: 'up', isAlive: up.isAlive, start }],
    async kill(target) {
      if (target !== 'up') killTemporal();
      if (target !== 'temporal') await up.kill();
    },
    // It starts its Temporal server again by itself.
    start: (target) => (target === 'temporal' ? sleep(0) : start()),
    startAll: start,
    stopAll: () => up.stop('SIGINT'),
    doctor: { url: address, environment: {}, args: ['--data', data] },
  };
};
