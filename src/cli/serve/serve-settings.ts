import type { ClockSetting } from '../../worker/client/clock-setting.ts';
import type { SignerRole } from '../../model/trust/said.ts';
import { openStore, type Store } from '../../store/store.ts';

import { temporalPlace } from '../../worker/server/temporal-place.ts';
import { checkCodecKeys, checkEngineFormat } from '../system/check-belonging.ts';
import { checkPlainConnection } from '../system/check-plain-connection.ts';
import { checkSigningKeys } from '../system/check-signing-keys.ts';
import { checkDigestKeys, namedDigestKeys } from '../system/digest-keys.ts';
import { isRealClock, realClock } from '../system/domain-clock.ts';
import { readSigning, type Signing } from '../system/signing.ts';
import { connect, type Connected } from '../system/start-parts.ts';
import { WrongUse } from '../wrong-use.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The database server that `DATABASE_URL` names, opened and up to date. */
export const databaseServer = async (environment: Environment): Promise<Store> => {
  const databaseUrl = environment['DATABASE_URL'];
  if (databaseUrl === undefined || databaseUrl === '') {
    throw new WrongUse({
      zh: '请用 DATABASE_URL 指明 PostgreSQL；单机运行请用 jiechu up',
      en: 'name the PostgreSQL server with DATABASE_URL; on a single machine use `jiechu up`',
    });
  }
  const opening = await openStore({ databaseUrl });
  if (!opening.opened) throw new WrongUse(opening.failure.message);
  return opening.store;
};

/** Connects a part of a distributed system to its servers: nothing is embedded, and the clock is the real one. */
export const connectServers = async (
  environment: Environment,
  role: SignerRole,
): Promise<Connected> => {
  const place = temporalPlace(environment);
  if (place === undefined) {
    throw new WrongUse({
      zh: '请用 TEMPORAL_ADDRESS 指明 Temporal 服务器；单机运行请用 jiechu up',
      en: 'name the Temporal server with TEMPORAL_ADDRESS; on a single machine use `jiechu up`',
    });
  }
  checkPlainConnection(place, environment);
  const codecKeys = environment['JIECHU_CODEC_KEYS'];
  if (codecKeys === undefined || codecKeys === '') {
    throw new WrongUse({
      zh: '请用 JIECHU_CODEC_KEYS 给出编码密钥（id:base64，32 字节）',
      en: 'give the payload keys with JIECHU_CODEC_KEYS (id:base64 of 32 bytes)',
    });
  }
  const signing = signingOf(environment, role);
  const digestKeys = namedDigestKeys(environment);
  const store = await databaseServer(environment);
  const clock = await store.settings.keep<ClockSetting>('clock', realClock);
  if (!isRealClock(clock)) {
    await store.close();
    throw new WrongUse({
      zh: '这个数据库属于演示（时钟不是真实时间），不能用于正式运行',
      en: 'this database belongs to a demonstration: its clock does not show the real time',
    });
  }
  try {
    await checkEngineFormat(store, { isNew: (await store.releases.active()) === undefined });
    await checkCodecKeys(store, codecKeys, 'JIECHU_CODEC_KEYS');
    // An API has no need to believe what workers sign.
    await checkSigningKeys(store, signing, role === 'api' ? ['api'] : ['api', 'worker']);
    await checkDigestKeys(store, digestKeys);
  } catch (error) {
    await store.close();
    throw error;
  }
  return connect({ store, place, codecKeys, clock, signing, digestKeys: digestKeys.keys });
};

const signingOf = (environment: Environment, role: SignerRole): Signing => {
  const text = environment['JIECHU_SIGNING_KEYS'];
  if (text === undefined || text === '') {
    throw new WrongUse({
      zh: `请用 JIECHU_SIGNING_KEYS 给出签名密钥（id:base64，32 字节）；jiechu keys ${role} 可以生成`,
      en: `give the signing keys with JIECHU_SIGNING_KEYS (id:base64 of 32 bytes); \`jiechu keys ${role}\` makes one`,
    });
  }
  const own = { [role]: { text, source: 'JIECHU_SIGNING_KEYS' } };
  const signing = readSigning(own, environment['JIECHU_TRUSTED_KEYS']);
  if ([...signing.trusted.keys()].some((name) => name.startsWith('api/'))) return signing;
  throw new WrongUse({
    zh: '请用 JIECHU_TRUSTED_KEYS 给出接口（api）的公钥，否则流程引擎不认任何操作；在接口那边运行 jiechu keys api 可以看到',
    en: 'name the public keys of the API with JIECHU_TRUSTED_KEYS, or the worker would believe no act; `jiechu keys api` shows them where the API runs',
  });
};
