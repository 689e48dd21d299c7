import { X509Certificate, createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { doorSettings } from '../system/door-settings.ts';
import type { Served } from '../system/start-parts.ts';
import { WrongUse } from '../wrong-use.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where a server is to be reached, and what keeps the way there. */
export interface Doors {
  readonly host: string;
  readonly secureCookies: boolean;
  readonly tlsCert?: string;
  readonly tlsKey?: string;
  readonly samples: boolean;
}

type Opened = Pick<Served, 'host' | 'secureCookies' | 'tls' | 'sampleAccounts'> &
  ReturnType<typeof doorSettings>;

/** Says how the API listens, or refuses what would let passwords and sessions go over a network in the clear. */
export function openDoors(doors: Doors, environment: Environment): Opened {
  const { host, samples, secureCookies } = doors;
  const tls = readTls(doors);
  const isProxied = (environment['JIECHU_TRUSTED_PROXIES'] ?? '').trim() !== '';
  const isHere = isLoopback(host);
  if (!isHere && tls === undefined && !isProxied) throw withoutTls(host);
  if (!isHere && samples) throw samplesElsewhere(host);
  return {
    host,
    ...(tls && { tls }),
    // Clients on other machines come over TLS: it ends here, or at the proxy that is named.
    secureCookies: secureCookies || !isHere,
    sampleAccounts: samples,
    ...doorSettings(environment),
  };
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' ||
  (isIP(host) === 4 && host.startsWith('127.')) ||
  ['::1', '[::1]', '0:0:0:0:0:0:0:1'].includes(host);

function readTls({ tlsCert, tlsKey }: Doors): Served['tls'] {
  if (tlsCert === undefined && tlsKey === undefined) return undefined;
  if (tlsCert === undefined || tlsKey === undefined) {
    throw new WrongUse({
      zh: '--tls-cert 和 --tls-key 要一起给',
      en: 'give --tls-cert and --tls-key together',
    });
  }
  const cert = readPem('--tls-cert', tlsCert, (pem) => new X509Certificate(pem));
  const key = readPem('--tls-key', tlsKey, createPrivateKey);
  const isPair = new X509Certificate(cert).checkPrivateKey(createPrivateKey(key));
  if (isPair) return { cert, key };
  throw new WrongUse({
    zh: `${tlsKey} 不是 ${tlsCert} 的私钥`,
    en: `${tlsKey} is not the key of the certificate ${tlsCert}`,
  });
}

function readPem(option: string, file: string, parse: (pem: string) => unknown): string {
  try {
    const pem = readFileSync(file, 'utf8');
    parse(pem);
    return pem;
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new WrongUse({
      zh: `${option} ${file} 读不了或不是 PEM（${why}）`,
      en: `${option} ${file} cannot be read or is not PEM (${why})`,
    });
  }
}

const withoutTls = (host: string): WrongUse =>
  new WrongUse({
    zh: `--host ${host} 会让密码明文过网：给 --tls-cert 和 --tls-key，或用 JIECHU_TRUSTED_PROXIES 写明前面的 TLS 代理`,
    en: `--host ${host} would send passwords in the clear: give --tls-cert and --tls-key, or name the proxy that ends TLS with JIECHU_TRUSTED_PROXIES`,
  });

const samplesElsewhere = (host: string): WrongUse =>
  new WrongUse({
    zh: `演示账号只能在本机用，不能用于 --host ${host}：去掉 --samples`,
    en: `sample accounts are for this machine alone, not for --host ${host}: leave out --samples`,
  });
