import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CopyTogether } from '../../api/api-options.ts';
import type { Text } from '../../model/text.ts';
import { hasRoom } from '../../store/embedded/disk-room.ts';
import { openStore, type Store, type StoreOptions } from '../../store/store.ts';
import { logWarningsOnly } from '../../worker/log-warnings-only.ts';
import { trustedKeysText } from '../../worker/keys/trusted-keys.ts';
import type { RunningWorker } from '../../worker/run-worker.ts';
import type { DevServer } from '../../worker/server/dev-server.ts';
import { checkDatabasePages, type IntegrityCheck } from '../integrity/integrity-check.ts';
import { openDataFolder, publicKeysFile, type DataFolder } from './data-folder.ts';
import { newClock } from './domain-clock.ts';
import { holdPair } from '../pair/hold-pair.ts';
import { checkRestored } from '../backup/unfinished-restore.ts';
import { copyTogether } from '../backup/copy-together.ts';
import { WrongUse } from '../wrong-use.ts';
import { checkCodecKeys, checkEngineFormat, checkHistories } from './check-belonging.ts';
import { checkSigningKeys } from './check-signing-keys.ts';
import { checkPort } from './check-port.ts';
import { chooseEngine, type Engine } from './choose-engine.ts';
import { checkDigestKeys, folderDigestKeys, type FoundDigestKeys } from './digest-keys.ts';
import { doorSettings } from './door-settings.ts';
import { folderSigning } from './folder-signing.ts';
import { giveMemoryBack } from './give-memory-back.ts';
import { openFiles } from './open-files.ts';
import { openRecord, type OpenRecord } from './open-record.ts';
import { startTemporal, takeHistories } from './own-temporal.ts';
import { publishRelease } from './publish-release.ts';
import { putSamples } from './put-samples.ts';
import type { ServedRelease } from './served-release.ts';
import type { Signing } from './signing.ts';
import { trustedProxies } from './trusted-proxies.ts';
import { stopEach } from './stop-each.ts';
import {
  connect,
  startServer,
  startWorker,
  type Connected,
  type Foundation,
  type Served,
} from './start-parts.ts';

/** The settings of a whole system. */
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
  const folder = openDataFolder(options.data, options.warn);
  if ('failure' in folder) throw new WrongUse(folder.failure);
  checkRestored(folder.folder);
  await checkPort(options.port);
  const begin = beginPart(options);
  const stops: (() => Promise<void>)[] = [];
  const stop = (): Promise<void> => stopEach(stops);
  try {
    const ground = await openGround(options, folder, stops);
    const { connected, own, record } = ground;
    begin({ zh: '启动流程引擎', en: 'starting the worker' });
    // Not before: what it installs keeps the process alive until a worker has come and gone.
    logWarningsOnly();
    const worker = await startWorker(connected);
    stops.push(worker.stop);
    begin({ zh: '启动网页', en: 'starting the pages' });
    const served = {
      ...(await servedBy(options, folder, own)),
      anchors: record.anchors,
      ...(own && { copyTogether: copying(options, folder, ground) }),
    };
    const api = await startServer(connected, served, Promise.resolve());
    stops.push(api.stop);
    stops.push(record.checkRest().stop);
    giveMemoryBack();
    return {
      address: api.address,
      samplePassword: folder.samplePassword,
      broken: brokenBy(worker, ground),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
};

const copying =
  (
    { environment }: SystemOptions,
    { folder, files }: DataFolder,
    { connected: { store }, record }: Ground,
  ): CopyTogether =>
  (target) =>
    copyTogether(
      {
        store,
        folder,
        anchors: record.anchors.file.path,
        files: environment['JIECHU_FILES'] || files,
      },
      target,
    );

/** The ground that a worker and an API are started on. */
interface Ground {
  readonly connected: Connected;
  readonly own: DevServer | undefined;
  readonly record: OpenRecord;
  /** The checks for damage that still go on. */
  readonly checks: readonly IntegrityCheck[];
}

/** Opens the database and the histories, and refuses those that are damaged, cut, or not of each other. */
const openGround = async (
  options: SystemOptions,
  folder: DataFolder,
  stops: (() => Promise<void>)[],
): Promise<Ground> => {
  const engine = chooseEngine(options.environment);
  const begin = beginPart(options);
  begin({ zh: '打开数据库', en: 'opening the database' });
  // Looked through while the database is opened.
  const histories = 'executable' in engine ? await takeHistories(folder.folder) : undefined;
  if (histories) stops.push(histories.release);
  const store = await openedStore(options, folder);
  stops.push(() => store.close());
  const pages = hasServer(options) ? undefined : checkDatabasePages(folder.database);
  if (pages) stops.push(pages.stop);
  const { foundation, record } = await openFoundation(store, { ...options, engine, folder }).catch(
    // A reader that meets a damaged page says less of it than the check that looks for one.
    async (error: unknown) => {
      if (!(error instanceof WrongUse)) await pages?.passed();
      throw error;
    },
  );
  stops.push(() => record.anchors.file.close());
  begin({ zh: '启动 Temporal', en: 'starting Temporal' });
  const server = await startTemporal(engine, histories, options.progress);
  if (server.own !== undefined) stops.push(server.own.stop);
  const connected = connect({ ...foundation, place: server.place });
  stops.push(connected.close);
  await pages?.passed();
  const pair = await holdPair(connected, options);
  stops.push(pair.stop);
  const checks = [histories?.check, pages].filter((check) => check !== undefined);
  return { connected, own: server.own, record, checks };
};

/** Checks what the database holds, and brings it up to what is served. */
const openFoundation = async (
  store: Store,
  options: SystemOptions & { readonly engine: Engine; readonly folder: DataFolder },
): Promise<{ readonly foundation: Omit<Foundation, 'place'>; readonly record: OpenRecord }> => {
  const { environment, folder } = options;
  const signing = folderSigning(folder, environment);
  // The keys that dossiers are verified with: they are to be kept elsewhere too.
  writeFileSync(publicKeysFile(folder.folder), `${trustedKeysText(signing.trusted)}\n`);
  const codecKeys = environment['JIECHU_CODEC_KEYS'] ?? folder.codecKeys;
  const digestKeys = folderDigestKeys(folder, environment);
  await checkBelonging(store, { ...options, codecKeys, digestKeys, signing });
  // Before anything is written to it.
  const place = { embedded: folder.anchors, dataFolder: folder.folder };
  const record = await openRecord(store, { ...options, ...place });
  try {
    await publishRelease(store, options.served.release, signing);
    await putWanted(store, options, folder);
    const wished = { factor: options.clockSpeed, from: options.clockFrom };
    const clock = await store.settings.keep('clock', newClock(Date.now(), wished));
    if (clock.factor !== options.clockSpeed) throw otherClock(clock.factor);
    return {
      foundation: { store, codecKeys, clock, signing, digestKeys: digestKeys.keys },
      record,
    };
  } catch (error) {
    await record.anchors.file.close();
    throw error;
  }
};

/** Settles when a part ends that should not. */
const brokenBy = (worker: RunningWorker, { own, checks }: Ground): Promise<Text> =>
  Promise.race([
    ...checks.map(({ damaged }) => damaged),
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
  { files, folder, operatorToken }: DataFolder,
  own: DevServer | undefined,
): Promise<Served> => {
  const proxies = trustedProxies(environment);
  return {
    ...served,
    ...(proxies && { proxies }),
    ...(own && { engineHasRoom: () => hasRoom(folder) }),
    files: await openFiles(environment, files),
    operatorToken,
    host: '127.0.0.1',
    port,
    sampleAccounts: samples,
    ...doorSettings(environment),
  };
};

// The parts of a folder are worth something only together: one that is missing or another's is said at once.
const checkBelonging = async (
  store: Store,
  {
    codecKeys,
    digestKeys,
    engine,
    environment,
    folder: { folder },
    signing,
  }: Pick<SystemOptions, 'environment'> & {
    readonly codecKeys: string;
    readonly digestKeys: FoundDigestKeys;
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
  await checkDigestKeys(store, digestKeys);
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

const hasServer = ({ environment }: Pick<SystemOptions, 'environment'>): boolean =>
  (environment['DATABASE_URL'] ?? '') !== '';

/** Opens the store that the options name, or says in one line why not. */
export const openedStore = async (
  { environment }: Pick<SystemOptions, 'environment'>,
  folder: DataFolder,
): Promise<Store> => {
  const databaseUrl = environment['DATABASE_URL'] ?? '';
  const where: StoreOptions = hasServer({ environment })
    ? { databaseUrl }
    : { folder: folder.database };
  const opening = await openStore(where);
  if (!opening.opened) throw new WrongUse(opening.failure.message);
  return opening.store;
};
