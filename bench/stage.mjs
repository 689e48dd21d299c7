import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { Runtime, DefaultLogger } from '@temporalio/worker';
import { compileTree } from '../dist/src/compile/compile-tree.js';
import { loadTree } from '../dist/src/load/load-tree.js';
import { openStore } from '../dist/src/store/store.js';
import { activities } from '../dist/src/worker/activities/activities.js';
import { foreseeingGateway } from '../dist/src/worker/client/foreseeing-gateway.js';
import { createForesight } from '../dist/src/worker/client/foresight.js';
import { isClosedIn } from '../dist/src/worker/client/is-closed.js';
import { temporalGateway } from '../dist/src/worker/client/temporal-gateway.js';
import { dataConverter } from '../dist/src/worker/codec/data-converter.js';
import { putSigned } from '../dist/src/worker/keys/release-signature.js';
import { newDigestKey, parseDigestKeys } from '../dist/src/worker/keys/digest-keys.js';
import { newSigningKey, parseSigningKeys } from '../dist/src/worker/keys/signing-keys.js';
import { statementSigner } from '../dist/src/worker/keys/statement-signer.js';
import { withOwnKeys } from '../dist/src/worker/keys/trusted-keys.js';
import { releaseLibrary } from '../dist/src/worker/release-library.js';
import { runWorker } from '../dist/src/worker/run-worker.js';
import { startDevServer } from '../dist/src/worker/server/dev-server.js';
import { provideTemporalCli } from '../src/setup/temporal-cli.mjs';
import { openBare } from './bare.mjs';

/** One dev server with two workers on it: jiechu's, with its store, and the bare reference's. */
export const openStage = async () => {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const folder = mkdtempSync(join(tmpdir(), 'jiechu-bench-'));
  const executable = await provideTemporalCli();
  const server = await startDevServer({ executable, folder });
  const { address, namespace } = server.place;
  const { tree } = await loadTree(process.cwd());
  const { release } = compileTree(tree);
  const opening = await openStore({ folder: join(folder, 'database') });
  if (!opening.opened) throw new Error(opening.failure.message.en);
  const { store } = opening;
  const [signer, worksFor] = ['api', 'worker'].map((role) => ({
    role,
    keys: parseSigningKeys(newSigningKey()),
  }));
  const trusted = withOwnKeys(withOwnKeys(new Map(), 'api', signer.keys), 'worker', worksFor.keys);
  await putSigned(store, release, { signer, at: Date.now() });
  const releases = releaseLibrary(store, trusted);
  const codecKeys = { current: 'k', keys: { k: new Uint8Array(randomBytes(32)) } };
  const converter = dataConverter({ codecKeys, trusted });
  const connection = await Connection.connect({ address });
  const client = new Client({ connection, namespace, dataConverter: converter });
  const clock = { wallOrigin: 0, domainOrigin: 0, factor: 1 };
  const foresight = createForesight(releases, store.incidents);
  const common = { client, taskQueue: 'bench', releases, clock, actsPerRun: 500 };
  const isClosed = isClosedIn(store.incidents);
  const [gateway, workersGateway] = [signer, worksFor].map((each) =>
    foreseeingGateway(temporalGateway({ ...common, signer: each, isClosed }), foresight),
  );
  const worker = await runWorker({
    connection: { address },
    namespace,
    taskQueue: 'bench',
    dataConverter: converter,
    activities: activities({
      store,
      releases,
      gateway: workersGateway,
      clock,
      signer: statementSigner('worker', worksFor.keys),
      digestKeys: parseDigestKeys(newDigestKey()),
    }),
    cachedWorkflowsMax: 2000,
  });
  const bare = await openBare(server.place);
  return {
    tree,
    release,
    store,
    gateway,
    signer: statementSigner('api', signer.keys),
    client,
    bare,
    close: async () => {
      await bare.close();
      await worker.stop();
      await connection.close();
      await store.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
