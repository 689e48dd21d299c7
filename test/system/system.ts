import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import { killTemporal } from './temporal-process.ts';

/** The built program, as `npx jiechu` runs it. */
export const program = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url));

/** The whole system as `up` runs it, on a data folder of its own; it can be killed and started again. */
export interface System {
  readonly folder: string;
  /** The file of the keys that what it signs is verified with. */
  readonly publicKeys: string;
  /** Where it serves; another after each start. */
  address(): string;
  readonly password: () => string;
  readonly pid: () => number;
  /** Starts on the same folder, after a stop or a kill; options given here replace those of the first start. */
  start(options?: UpOptions): Promise<void>;
  /** A signal to `up` alone; settles when it has ended. What it printed is in `errors`. */
  kill(signal: NodeJS.Signals): Promise<{ readonly code: number | null }>;
  /** As Ctrl-C. */
  stop(): Promise<{ readonly code: number | null }>;
  errors(): string;
  /** The next line that it prints after its address; nothing once it has ended. */
  nextLine(): Promise<string | undefined>;
}

export interface UpOptions {
  readonly clockSpeed?: number;
  readonly clockFrom?: string;
  /** Plays the sample day. */
  readonly demo?: true;
  /** Another free one after each start unless it is given. */
  readonly port?: number;
  readonly root?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** A folder that is gone after the tests of the file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'jiechu-system-'));
  folders.push(folder);
  return folder;
}

/** Starts a system in an empty folder; whatever it left running ends with the tests of the file. */
export async function startSystem(
  options: UpOptions = {},
  top = temporaryFolder(),
): Promise<System> {
  const folder = join(top, 'data');
  let running: Running | undefined;
  const present = (): Running => {
    if (running === undefined) throw new Error('the system has not been started');
    return running;
  };
  const system: System = {
    folder,
    publicKeys: join(folder, 'public-keys'),
    address: () => present().address,
    password: () => present().password,
    pid: () => present().child.pid!,
    start: async (other = {}) => void (running = await runUp(folder, { ...options, ...other })),
    kill: async (signal) => {
      const { child, ended } = present();
      child.kill(signal);
      return ended;
    },
    stop: async () => system.kill('SIGINT'),
    errors: () => present().errors(),
    nextLine: async () => present().nextLine(),
  };
  await system.start();
  return system;
}

interface Running {
  readonly child: ChildProcess;
  readonly address: string;
  readonly password: string;
  readonly ended: Promise<{ readonly code: number | null }>;
  errors(): string;
  nextLine(): Promise<string | undefined>;
}

const children = new Set<ChildProcess>();
const folders: string[] = [];
let stateFolder: string | undefined;

async function runUp(folder: string, options: UpOptions): Promise<Running> {
  const { clockSpeed, clockFrom, demo, port = 0, root, environment } = options;
  const args = ['up', '--data', folder, '--port', `${port}`, '--json', '--lang', 'en'];
  if (demo) args.push('--demo');
  if (clockFrom !== undefined) args.push('--clock-from', clockFrom);
  if (clockSpeed !== undefined) args.push('--clock-speed', `${clockSpeed}`);
  if (root !== undefined) args.push('--root', root);
  const child = spawnProgram(args, environment);
  let errors = '';
  child.stderr!.on('data', (chunk) => (errors += chunk));
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null }));
  const lines = createInterface(child.stdout!)[Symbol.asyncIterator]();
  const nextLine = async (): Promise<string | undefined> => {
    const { value, done } = await lines.next();
    return done === true ? undefined : value;
  };
  const line = await Promise.race([
    nextLine().then((first) => first ?? ended.then(() => '')),
    ended.then(({ code }) =>
      Promise.reject(new Error(`up ended with ${code} before it was up:\n${errors}`)),
    ),
  ]);
  const said = JSON.parse(line) as { readonly address: string; readonly password: string };
  return { child, ...said, ended, errors: () => errors, nextLine };
}

/** Runs the built program; it is killed after the tests of the file if it still runs. */
export function spawnProgram(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): ChildProcess {
  const child = spawn(process.execPath, [program, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...bareEnvironment(), ...environment },
  });
  children.add(child);
  child.once('exit', () => children.delete(child));
  return child;
}

/** The exit code and the output of a finished run of the built program. */
export interface Finished {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the built program to its end. */
export async function runProgram(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Finished> {
  const child = spawnProgram(args, environment);
  let [out, err] = ['', ''];
  child.stdout!.on('data', (chunk) => (out += chunk));
  child.stderr!.on('data', (chunk) => (err += chunk));
  const [code] = await once(child, 'close');
  return { code: code as number | null, out, err };
}

// The servers that the developer's own environment points at are not the ones to be tested.
function bareEnvironment(): NodeJS.ProcessEnv {
  const named = /^(DATABASE_URL|JIECHU_|TEMPORAL_(?!CLI$))/;
  const bare = Object.entries(process.env).filter(([name]) => !named.test(name));
  // Anchors lie in there by default: those of tests go with them.
  return Object.fromEntries([...bare, ['XDG_STATE_HOME', (stateFolder ??= temporaryFolder())]]);
}

afterAll(async () => {
  await Promise.all(
    [...children].map(async (child) => {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    }),
  );
  for (const folder of folders.splice(0)) {
    await killTemporal(join(folder, 'data'));
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});
