import type { CopyTogether } from '../../api/api-options.ts';
import type { AnchorOptions } from '../../api/anchors/anchor-options.ts';
import type { TrustedProxies } from '../../api/client-address.ts';
import { startApi, type RunningApi } from '../../api/start-api.ts';
import type { Scanner } from '../../api/files/scanner.ts';
import type { StatementSigner } from '../../model/statement-signer.ts';
import type { FileFolder } from '../../store/files/file-folder.ts';
import type { SignerRole } from '../../model/trust/said.ts';
import type { Store } from '../../store/store.ts';
import { activities } from '../../worker/activities/activities.ts';
import type { ClockSetting } from '../../worker/client/clock-setting.ts';
import { connectClient } from '../../worker/client/connect-client.ts';
import { isClosedIn } from '../../worker/client/is-closed.ts';
import { fittingGateway } from '../../worker/client/fitting-gateway.ts';
import { foreseeingGateway } from '../../worker/client/foreseeing-gateway.ts';
import { createForesight } from '../../worker/client/foresight.ts';
import { onceFitting } from '../../worker/client/once-fitting.ts';
import type { ProcedureGateway } from '../../worker/client/procedure-gateway.ts';
import { temporalGateway } from '../../worker/client/temporal-gateway.ts';
import { parseCodecKeys, type CodecKeys } from '../../worker/codec/codec-keys.ts';
import { dataConverter } from '../../worker/codec/data-converter.ts';
import type { DigestKeys } from '../../worker/keys/digest-keys.ts';
import { statementSigner } from '../../worker/keys/statement-signer.ts';
import { historiesPair, type HistoriesPair } from '../../worker/pair/histories-pair.ts';
import { renewSharedDigests } from '../../worker/shared-procedure-id.ts';
import { releaseLibrary } from '../../worker/release-library.ts';
import { runWorker, type RunningWorker } from '../../worker/run-worker.ts';
import type { TemporalPlace } from '../../worker/server/temporal-place.ts';
import { builtFile } from '../../worker/server/built-file.ts';
import { domainClock } from './domain-clock.ts';
import type { ServedRelease } from './served-release.ts';
import { signerFor, type Signing } from './signing.ts';
import { WrongUse } from '../wrong-use.ts';

/** The task queue of every worker and client of a bureau. */
const taskQueue = 'jiechu';

// The server allows 2,000 updates to one run; a quarter of that leaves room for retries and timers.
const actsPerRun = 500;

/** The store, the keys and the rest that the parts of a system share. */
export interface Foundation {
  readonly store: Store;
  readonly place: TemporalPlace;
  readonly codecKeys: string;
  readonly clock: ClockSetting;
  readonly signing: Signing;
  readonly digestKeys: DigestKeys;
}

/** A foundation with its client: what the API and the worker are built on. */
export interface Connected extends Foundation {
  /** The door to the workflows, which signs for one part of the system. */
  gateway(role: SignerRole): ProcedureGateway;
  /** The mark by which the histories are known to belong to the database. */
  readonly histories: HistoriesPair;
  close(): Promise<void>;
}

/** Connects to Temporal; it need not answer yet. */
export const connect = (foundation: Foundation): Connected => {
  const codecKeys = readCodecKeys(foundation);
  const { client, close } = connectClient(foundation.place, converter(foundation));
  const { clock, signing, store } = foundation;
  const releases = releaseLibrary(store, signing.trusted);
  const foresight = createForesight(releases, store.incidents);
  const isClosed = isClosedIn(store.incidents);
  const gateway = (role: SignerRole): ProcedureGateway => {
    const signer = signerFor(signing, role);
    return foreseeingGateway(
      temporalGateway({ client, taskQueue, releases, clock, actsPerRun, signer, isClosed }),
      foresight,
    );
  };
  return { ...foundation, gateway, histories: historiesPair(client, codecKeys), close };
};

const readCodecKeys = ({ codecKeys: text }: Pick<Foundation, 'codecKeys'>): CodecKeys => {
  const codecKeys = parseCodecKeys(text);
  if ('wrong' in codecKeys)
    throw new WrongUse({ zh: `编码密钥有误：${codecKeys.wrong}`, en: codecKeys.wrong });
  return codecKeys;
};

const converter = (foundation: Foundation) =>
  dataConverter({ codecKeys: readCodecKeys(foundation), trusted: foundation.signing.trusted });

/** Starts a worker on the connection. */
export const startWorker = async (connected: Connected): Promise<RunningWorker> => {
  const { store, gateway, place, signing, digestKeys } = connected;
  await renewSharedDigests(store, digestKeys);
  const releases = releaseLibrary(store, signing.trusted);
  await releases.readAhead();
  const { namespace, ...connection } = place;
  return runWorker({
    connection,
    namespace,
    taskQueue,
    dataConverter: converter(connected),
    activities: activities({
      store,
      releases,
      gateway: gateway('worker'),
      clock: connected.clock,
      signer: statementsOf(signing, 'worker'),
      digestKeys,
    }),
  });
};

const statementsOf = (signing: Signing, role: SignerRole): StatementSigner =>
  statementSigner(role, signerFor(signing, role).keys);

/** The settings of the API: what it serves, and where. */
export interface Served extends ServedRelease {
  readonly host: string;
  readonly port: number;
  /** Where evidence is kept as files; without it none are taken. */
  readonly files?: FileFolder | undefined;
  /** Where the database and the histories are ours to copy. */
  readonly copyTogether?: CopyTogether;
  /** Where heads of logs are anchored. */
  readonly anchors?: AnchorOptions;
  /** The proxies whose word about the client's address counts. */
  readonly proxies?: TrustedProxies;
  /** True while the disk of a Temporal server of our own has room. */
  readonly engineHasRoom?: () => boolean;
  /** Where TLS ends before this process. */
  readonly secureCookies?: boolean;
  /** The token of the engineers who run it. */
  readonly operatorToken?: string | undefined;
  /** Where TLS ends in this process: its certificate and key, as PEM. */
  readonly tls?: { readonly cert: string; readonly key: string };
  readonly sampleAccounts?: boolean;
  readonly scanner?: Scanner;
  readonly recentSignInMilliseconds?: number;
}

/** Starts the API with the pages; nothing is begun and no act sent on before the database and the histories fit. */
export const startServer = async (
  connected: Connected,
  served: Served,
  fits: Promise<unknown>,
): Promise<RunningApi> => {
  const { store, gateway, clock, digestKeys } = connected;
  const { anchors, files, operatorToken, ...rest } = served;
  try {
    return await startApi({
      ...rest,
      store,
      gateway: onceFitting(fittingGateway(gateway('api'), store), fits),
      signer: statementsOf(connected.signing, 'api'),
      digestKeys,
      ...(anchors && { anchors }),
      clock: domainClock(clock),
      ...(operatorToken !== undefined && { operatorToken }),
      ...(files && { files }),
      webFolder: builtFile('web'),
    });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
      throw portTaken(served.port);
    throw error;
  }
};

export const portTaken = (port: number): WrongUse =>
  new WrongUse({
    zh: `端口 ${port} 已被占用：关掉占用它的程序，或用 --port 换一个`,
    en: `port ${port} is taken: stop what uses it, or choose another with --port`,
  });
