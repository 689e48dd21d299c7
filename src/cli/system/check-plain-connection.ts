import type { TemporalPlace } from '../../worker/server/temporal-place.ts';
import { WrongUse } from '../wrong-use.ts';

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\]|::1)$/u;

/**
 * Refuses a Temporal server on another machine that would let anybody in: it tells its callers apart by a client
 * certificate or an API key.
 */
export const checkPlainConnection = (
  { address, apiKey, tls }: TemporalPlace,
  environment: Readonly<Record<string, string | undefined>>,
): void => {
  const host = address.replace(/:\d+$/u, '');
  if (loopback.test(host) || apiKey !== undefined || tls?.clientCertPair !== undefined) return;
  if (environment['JIECHU_TEMPORAL_PLAIN'] === '1') return;
  throw new WrongUse({
    zh: `到 ${host} 的 Temporal 连接没有客户端证书，也没有 API 密钥，谁都能连：请设 TEMPORAL_TLS_CLIENT_CERT_PATH 和 TEMPORAL_TLS_CLIENT_KEY_PATH，或 TEMPORAL_API_KEY；网络另有保护时设 JIECHU_TEMPORAL_PLAIN=1`,
    en: `the Temporal server at ${host} would be reached without a client certificate or an API key, as anybody could: set TEMPORAL_TLS_CLIENT_CERT_PATH and TEMPORAL_TLS_CLIENT_KEY_PATH, or TEMPORAL_API_KEY; where the network itself keeps others out, JIECHU_TEMPORAL_PLAIN=1`,
  });
};
