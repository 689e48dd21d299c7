import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { createPart } from './part.mjs';

/** A Temporal dev server of the drill's own, on a file that it syncs before each answer. */
export const createTemporal = ({ folder, port, executable }) =>
  createPart({
    name: 'temporal',
    log: join(folder, 'temporal.log'),
    command: () => ({
      program: executable,
      args: [
        ...['server', 'start-dev', '--headless', '--ip', '127.0.0.1', '--port', `${port}`],
        ...['--db-filename', join(folder, 'temporal.db'), '--log-level', 'error'],
        ...['--sqlite-pragma', 'journal_mode=WAL', '--sqlite-pragma', 'synchronous=FULL'],
        ...['--dynamic-config-value', 'system.enableActivityEagerExecution=true'],
      ],
      options: {},
    }),
    isUp: () => isListening(port),
  });

/** The server that `up` runs, by the file in which its data folder keeps it. */
export const embeddedTemporal = (data) => {
  try {
    const pid = Number(readFileSync(join(data, 'temporal.pid'), 'utf8').split('\n')[0]);
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return words.includes(join(data, 'temporal.db')) ? pid : undefined;
  } catch {
    return undefined;
  }
};

/** True while somebody listens on a port of this machine. */
export const isListening = (port) =>
  new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
