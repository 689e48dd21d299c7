import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createServing, policy, run } from './jiechu-part.mjs';
import { createPostgres } from './postgres-part.mjs';
import { createTemporal } from './temporal-part.mjs';

/** The secrets of two parts that know each other; kept with the drill, because its data need them. */
export const newSecrets = async () => {
  const keys = async (part) =>
    Object.fromEntries(
      (await run(['keys', part])).stdout
        .trim()
        .split('\n')
        .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
    );
  const [api, worker] = [await keys('api'), await keys('worker')];
  return {
    codec: `k1:${randomBytes(32).toString('base64')}`,
    digest: `k1:${randomBytes(32).toString('base64')}`,
    api: api.JIECHU_SIGNING_KEYS,
    worker: worker.JIECHU_SIGNING_KEYS,
    trusted: `${api.JIECHU_TRUSTED_KEYS},${worker.JIECHU_TRUSTED_KEYS}`,
    password: randomBytes(12).toString('hex'),
    operator: randomBytes(24).toString('hex'),
  };
};

/**
 * API and worker as processes of their own, on a Temporal server and a PostgreSQL: each of the four can be killed. A second
 * API and worker beside them serve the same.
 */
export const createApart = async ({
  folder,
  ports,
  secrets,
  temporal: executable,
  withSecond = false,
}) => {
  mkdirSync(folder, { recursive: true });
  // Another user's PostgreSQL has to reach its own data below it.
  chmodSync(folder, 0o755);
  const environment = {
    DATABASE_URL: `postgres://jiechu@127.0.0.1:${ports.postgres}/postgres`,
    TEMPORAL_ADDRESS: `127.0.0.1:${ports.temporal}`,
    JIECHU_CODEC_KEYS: secrets.codec,
    JIECHU_DIGEST_KEYS: secrets.digest,
    JIECHU_TRUSTED_KEYS: secrets.trusted,
    JIECHU_SAMPLE_PASSWORD: secrets.password,
    JIECHU_OPERATOR_TOKEN: secrets.operator,
  };
  const serving = (name, verb, args = []) =>
    createServing({
      name,
      args: [verb, ...args],
      folder,
      // Only one process writes a file of anchors.
      environment: {
        ...environment,
        JIECHU_ANCHORS: join(folder, `anchors-${name}.jsonl`),
        JIECHU_SIGNING_KEYS: secrets[verb],
      },
    });
  const api = (name) =>
    serving(name, 'api', ['--root', policy, '--port', `${ports[name]}`, '--samples']);
  const postgres = await createPostgres({ folder, port: ports.postgres });
  const temporal = createTemporal({ folder, port: ports.temporal, executable });
  const servers = { postgres, temporal };
  const first = { worker: serving('worker', 'worker'), api: api('api') };
  const second = withSecond
    ? { 'second-worker': serving('second-worker', 'worker'), 'second-api': api('second-api') }
    : {};
  const ours = { ...first, ...second };
  const parts = { ...servers, ...ours };
  const addressOf = (name) => `http://127.0.0.1:${ports[name]}`;
  return {
    name: 'apart',
    address: addressOf('api'),
    ...(withSecond && { secondAddress: addressOf('second-api') }),
    password: () => secrets.password,
    targets: Object.keys(parts),
    parts: Object.values(parts),
    pidOf: (target) => parts[target].pid(),
    kill: (target) => parts[target].kill(),
    start: (target) => parts[target].start(),
    async startAll() {
      await Promise.all([postgres.start(), temporal.start()]);
      // One after the other: the first makes the schema.
      for (const part of Object.values(ours).reverse()) await part.start();
    },
    async stopAll() {
      await Promise.all(Object.values(ours).map((part) => part.stop()));
      await Promise.all(Object.values(servers).map((part) => part.stop()));
    },
    doctor: {
      url: addressOf('api'),
      environment: { JIECHU_OPERATOR_TOKEN: secrets.operator },
      args: [],
    },
  };
};
