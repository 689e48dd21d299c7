import { createServer } from 'node:net';
import { once } from 'node:events';
import type { Text } from '../../model/text.ts';
import { openStore, type Store, type StoreOptions } from '../../store/store.ts';
import { startDevServer, type DevServer } from '../../worker/server/dev-server.ts';
import { temporalPlace } from '../../worker/server/temporal-place.ts';
import { openDataFolder, type DataFolder } from './data-folder.ts';
import { realClock } from './domain-clock.ts';
import { WrongUse } from '../wrong-use.ts';
import { findTemporalCli } from './find-temporal-cli.ts';
import type { LoadedRelease } from './load-release.ts';
import { putSamples } from './put-samples.ts';
import { connect, portTaken, startServer, startWorker } from './start-parts.ts';

/** How a whole system is wanted. */
export interface SystemOptions {
  readonly root: string;
  readonly data: string;
  readonly port: number;
  readonly samples: boolean;
  readonly clockSpeed: number;
  readonly loaded: LoadedRelease;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Told each part as it is begun. */
  readonly progress: (text: Text) => void;
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
  const { release } = options.loaded;
  if (release === undefined) throw new Error('there is no release to run');
  const folder = openDataFolder(options.data);
  if ('failure' in folder) throw new WrongUse(folder.failure);
  await checkPort(options.port);
  const stops: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (let each = stops.pop(); each !== undefined; each = stops.pop()) await each();
  };
  try {
    options.progress({ zh: '打开数据库', en: 'opening the database' });
    const store = await openedStore(options, folder);
    stops.push(() => store.close());
    const now = Date.now();
    await store.releases.put(release, now);
    await store.releases.activate(release.hash);
    if (options.samples) await putSamples(store, options.root, folder.samplePassword);
    const clock = await store.settings.keep('clock', clockSetting(options.clockSpeed, now));
    options.progress({ zh: '启动 Temporal', en: 'starting Temporal' });
    const server = await temporal(options, folder);
    if (server.own !== undefined) stops.push(server.own.stop);
    const codecKeys = options.environment['JIECHU_CODEC_KEYS'] ?? folder.codecKeys;
    const connected = connect({ store, place: server.place, codecKeys, clock });
    stops.push(connected.close);
    options.progress({ zh: '启动流程引擎', en: 'starting the worker' });
    const worker = await startWorker(connected);
    stops.push(worker.stop);
    options.progress({ zh: '启动网页', en: 'starting the pages' });
    const { titles, roles } = options.loaded;
    const api = await startServer(connected, {
      release,
      titles,
      roles,
      host: '127.0.0.1',
      port: options.port,
    });
    stops.push(api.stop);
    return {
      address: api.address,
      samplePassword: folder.samplePassword,
      broken: Promise.race([
        worker.ended.then(
          () => ({ zh: '流程引擎停了', en: 'the worker stopped' }),
          (error: unknown) => ({
            zh: `流程引擎出错：${String(error)}`,
            en: `the worker failed: ${String(error)}`,
          }),
        ),
        ...(server.own === undefined
          ? []
          : [
              server.own.ended.then(() => ({
                zh: 'Temporal 停了',
                en: 'the Temporal server stopped',
              })),
            ]),
      ]),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
};

const clockSetting = (factor: number, now: number) =>
  factor === 1 ? realClock : { wallOrigin: now, domainOrigin: now, factor };

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
  { environment }: SystemOptions,
  { folder }: DataFolder,
): Promise<{ readonly place: DevServer['place']; readonly own?: DevServer }> => {
  const place = temporalPlace(environment);
  if (place !== undefined) return { place };
  const executable = findTemporalCli(environment);
  if (executable === undefined) {
    throw new WrongUse({
      zh: '找不到 Temporal：先运行一次 npm start，或用 TEMPORAL_CLI 指明，或用 TEMPORAL_ADDRESS 指向服务器',
      en: 'no Temporal CLI: run `npm start` once, or name it with TEMPORAL_CLI, or point TEMPORAL_ADDRESS to a server',
    });
  }
  const own = await startDevServer({ executable, folder });
  return { place: own.place, own };
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
