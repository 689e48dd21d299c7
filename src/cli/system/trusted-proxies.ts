import { notAnAddress, type TrustedProxies } from '../../api/client-address.ts';
import { WrongUse } from '../wrong-use.ts';

const headers = ['x-forwarded-for', 'forwarded'] as const;

/**
 * The proxies that `JIECHU_TRUSTED_PROXIES` names (addresses and CIDR ranges, with commas between), and the header that
 * they write by `JIECHU_PROXY_HEADER`; none where nothing is named.
 */
export const trustedProxies = (
  environment: Readonly<Record<string, string | undefined>>,
): TrustedProxies | undefined => {
  const addresses = (environment['JIECHU_TRUSTED_PROXIES'] ?? '').split(/[\s,]+/).filter(Boolean);
  const named = environment['JIECHU_PROXY_HEADER'] || headers[0];
  const header = headers.find((each) => each === named.toLowerCase());
  if (header === undefined) {
    throw new WrongUse({
      zh: `JIECHU_PROXY_HEADER 只能是 ${headers.join('、')}，不是 ${named}`,
      en: `JIECHU_PROXY_HEADER is ${headers.join(' or ')}, not ${named}`,
    });
  }
  const wrong = notAnAddress(addresses);
  if (wrong !== undefined) {
    throw new WrongUse({
      zh: `JIECHU_TRUSTED_PROXIES 里的 ${wrong} 不是地址或网段：写成 10.0.0.5 或 10.1.0.0/16，逗号分隔`,
      en: `${wrong} in JIECHU_TRUSTED_PROXIES is no address and no range: write 10.0.0.5 or 10.1.0.0/16, with commas between`,
    });
  }
  return addresses.length === 0 ? undefined : { addresses, header };
};
