import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Text } from '../../model/text.ts';
import { hasRoom } from '../../store/embedded/disk-room.ts';
import { lockFolder } from '../../store/embedded/folder-lock.ts';
import { openStore, type Store, type StoreOptions } from '../../store/store.ts';
import { logWarningsOnly } from '../../worker/log-warnings-only.ts';
import { trustedKeysText } from '../../worker/keys/trusted-keys.ts';
import type { RunningWorker } from '../../worker/run-worker.ts';
import { startDevServer, type DevServer } from '../../worker/server/dev-server.ts';
import {
  apiKeysFile,
  openDataFolder,
  publicKeysFile,
  workerKeysFile,
  type DataFolder,
} from './data-folder.ts';
import { newClock } from './domain-clock.ts';
import { WrongUse } from '../wrong-use.ts';
import {
  checkCodecKeys,
  checkEngineFormat,
  checkHistories,
  checkWholeHistories,
} from './check-belonging.ts';
import { checkSigningKeys } from './check-signing-keys.ts';
import { chooseEngine, type Engine } from './choose-engine.ts';
import { doorSettings } from './door-settings.ts';
import { giveMemoryBack } from './give-memory-back.ts';
import { openFiles } from './open-files.ts';
import { openRecord } from './open-record.ts';
import { publishRelease } from './publish-release.ts';
import { putSamples } from './put-samples.ts';
import type { ServedRelease } from './served-release.ts';
import { readSigning, type Signing } from './signing.ts';
import { trustedProxies } from './trusted-proxies.ts';
import { stopEach } from './stop-each.ts';
import { connect, portTaken, startServer, startWorker, type Served } from './start-parts.ts';

/** How a whole system is wanted. */
export interface SystemOptions {
  readonly root: string;
  readonly data: string;
  readonly port: number;
  readonly samples: boolean;
  readonly clockSpeed: number;
  /** The time of day that a new folder's clock shows when it is begun. */
  readonly clockFrom?: number | undefined;
  readonly served: ServedRelease;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Once it is set, no further part is started, and those that run are stopped. */
  readonly asked: AbortSignal;
  /** Told each part as it is begun. */
  readonly progress: (text: Text) => void;
  /** Told what a person has to look at although the system starts. */
  readonly warn: (text: Text) => void;
}

/** A system that runs. */
export interface RunningSystem {
  readonly address: string;
  readonly samplePassword: string;
  /** Settles with the reason when a part ends that should not. */
  readonly broken: Promise<Text>;
  stop(): Promise<void>;
}

/** Starts everything in this process, the Temporal dev server beside it; stops what it started when a part fails. */
export const runSystem = async (options: SystemOptions): Promise<RunningSystem> => {
  const { release } = options.served;
  const folder = openDataFolder(options.data, options.warn);
  if ('failure' in folder) throw new WrongUse(folder.failure);
  await checkPort(options.port);
  const engine = chooseEngine(options.environment);
  const begin = beginPart(options);
  const stops: (() => Promise<void>)[] = [];
  const stop = (): Promise<void> => stopEach(stops);
  try {
    begin({ zh: '打开数据库', en: 'opening the database' });
    const store = await openedStore(options, folder);
    stops.push(() => store.close());
    const signing = folderSigning(folder, options.environment);
    // What dossiers are verified with: to be kept elsewhere too.
    writeFileSync(publicKeysFile(folder.folder), `${trustedKeysText(signing.trusted)}\n`);
    const codecKeys = options.environment['JIECHU_CODEC_KEYS'] ?? folder.codecKeys;
    await checkBelonging(store, { ...options, codecKeys, engine, folder, signing });
    // Before anything is written to it.
    const place = { embedded: folder.anchors, dataFolder: folder.folder };
    const record = await openRecord(store, { ...options, ...place });
    stops.push(() => record.anchors.file.close());
    const now = Date.now();
    await publishRelease(store, release, signing);
    await putWanted(store, options, folder);
    const wished = { factor: options.clockSpeed, from: options.clockFrom };
    const clock = await store.settings.keep('clock', newClock(now, wished));
    if (clock.factor !== options.clockSpeed) throw otherClock(clock.factor);
    begin({ zh: '启动 Temporal', en: 'starting Temporal' });
    const server = await temporal(engine, folder, options.progress);
    if (server.own !== undefined) stops.push(server.own.stop);
    const connected = connect({ store, place: server.place, codecKeys, clock, signing });
    stops.push(connected.close);
    begin({ zh: '启动流程引擎', en: 'starting the worker' });
    // Not before: what it installs keeps the process alive until a worker has come and gone.
    logWarningsOnly();
    const worker = await startWorker(connected);
    stops.push(worker.stop);
    begin({ zh: '启动网页', en: 'starting the pages' });
    const served = await servedBy(options, folder, server.own);
    const api = await startServer(connected, { ...served, anchors: record.anchors });
    stops.push(api.stop);
    stops.push(record.checkRest().stop);
    giveMemoryBack();
    return {
      address: api.address,
      samplePassword: folder.samplePassword,
      broken: brokenBy(worker, server.own),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
};

/** Settles when a part ends that should not. */
const brokenBy = (worker: RunningWorker, own: DevServer | undefined): Promise<Text> =>
  Promise.race([
    worker.ended.then(
      () => ({ zh: '流程引擎停了', en: 'the worker stopped' }),
      (error: unknown) => ({
        zh: `流程引擎出错：${String(error)}`,
        en: `the worker failed: ${String(error)}`,
      }),
    ),
    ...(own === undefined
      ? []
      : [own.ended.then(() => ({ zh: 'Temporal 停了', en: 'the Temporal server stopped' }))]),
  ]);
const putWanted = async (
  store: Store,
  { root, samples }: SystemOptions,
  { samplePassword }: DataFolder,
): Promise<void> => {
  if (samples) await putSamples(store, root, samplePassword, { sample: true });
};

const servedBy = async (
  { environment, port, samples, served }: SystemOptions,
  { folder, operatorToken }: DataFolder,
  own: DevServer | undefined,
): Promise<Served> => {
  const proxies = trustedProxies(environment);
  return {
    ...served,
    ...(proxies && { proxies }),
    ...(own && { engineHasRoom: () => hasRoom(folder) }),
    files: await openFiles(environment, join(folder, 'files')),
    operatorToken,
    host: '127.0.0.1',
    port,
    sampleAccounts: samples,
    ...doorSettings(environment),
  };
};

// What the parts of a folder hold is worth something together only: one that is missing or another's is said at once.
const checkBelonging = async (
  store: Store,
  {
    codecKeys,
    engine,
    environment,
    folder: { folder },
    signing,
  }: Pick<SystemOptions, 'environment'> & {
    readonly codecKeys: string;
    readonly engine: Engine;
    readonly folder: DataFolder;
    readonly signing: Signing;
  },
): Promise<void> => {
  const isNew = (await store.releases.active()) === undefined;
  await checkEngineFormat(store, { isNew });
  if ('executable' in engine) await checkHistories(store, { folder, isNew });
  const own = environment['JIECHU_CODEC_KEYS'] === undefined;
  await checkCodecKeys(store, codecKeys, own ? join(folder, 'codec-keys') : 'JIECHU_CODEC_KEYS');
  await checkSigningKeys(store, signing, ['api', 'worker']);
};

// Each part has a key of its own here too: what the worker signs is not taken for the API's.
const folderSigning = (
  { folder, apiKeys, workerKeys }: DataFolder,
  environment: SystemOptions['environment'],
): Signing => {
  const named = environment['JIECHU_SIGNING_KEYS'];
  return readSigning(
    {
      api:
        named === undefined || named === ''
          ? { text: apiKeys, source: apiKeysFile(folder) }
          : { text: named, source: 'JIECHU_SIGNING_KEYS' },
      worker: { text: workerKeys, source: workerKeysFile(folder) },
    },
    environment['JIECHU_TRUSTED_KEYS'],
  );
};

const beginPart =
  ({ asked, progress }: SystemOptions) =>
  (text: Text): void => {
    asked.throwIfAborted();
    progress(text);
  };

const otherClock = (factor: number): WrongUse =>
  new WrongUse({
    zh: `这个数据目录的时钟是 ${factor} 倍速：用 --clock-speed ${factor}，或换一个 --data`,
    en: `the clock of this data folder runs ${factor} times as fast: give --clock-speed ${factor}, or another --data`,
  });

/** Opens the store that the options name, or says in one line why not. */
export const openedStore = async (
  { environment }: Pick<SystemOptions, 'environment'>,
  folder: DataFolder,
): Promise<Store> => {
  const databaseUrl = environment['DATABASE_URL'];
  const where: StoreOptions =
    databaseUrl === undefined || databaseUrl === '' ? { folder: folder.database } : { databaseUrl };
  const opening = await openStore(where);
  if (!opening.opened) throw new WrongUse(opening.failure.message);
  return opening.store;
};

const temporal = async (
  engine: Engine,
  { folder }: DataFolder,
  progress: SystemOptions['progress'],
): Promise<{ readonly place: DevServer['place']; readonly own?: DevServer }> => {
  if ('place' in engine) return engine;
  const { executable } = engine;
  // Also where the database is a server: a second system on this folder would stop the first one's Temporal.
  const lock = lockFolder(join(folder, 'temporal'));
  if ('code' in lock) throw new WrongUse(lock.message);
  const onRestart = (): void =>
    progress({
      zh: 'Temporal 意外停止，正在重新启动',
      en: 'Temporal ended unasked: starting it again',
    });
  const beforeOpening = (): void => checkWholeHistories(folder);
  const own = await startDevServer({ executable, folder, beforeOpening, onRestart });
  const stop = async (): Promise<void> => {
    await own.stop();
    lock.release();
  };
  return { place: own.place, own: { ...own, stop } };
};

// Before anything else is started: a taken port is the commonest mistake and should cost a second, not ten.
const checkPort = async (port: number): Promise<void> => {
  const server = createServer();
  const failed = new Promise<never>((_resolve, reject) => {
    server.once('error', () => reject(portTaken(port)));
  });
  server.listen(port, '127.0.0.1');
  await Promise.race([once(server, 'listening'), failed]);
  server.close();
  await once(server, 'close');
};
