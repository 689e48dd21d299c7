import { createClamdScanner, type ClamdAddress } from '../../api/files/clamd-scanner.ts';
import type { Scanner } from '../../api/files/scanner.ts';
import { WrongUse } from '../wrong-use.ts';

/** The settings in the environment for signing in and for files. */
export interface DoorSettings {
  readonly scanner?: Scanner;
  readonly recentSignInMilliseconds?: number;
}

/** Reads `CLAMD_ADDRESS` and `JIECHU_RECENT_SIGN_IN`. */
export function doorSettings(
  environment: Readonly<Record<string, string | undefined>>,
): DoorSettings {
  const address = clamdAddress(environment['CLAMD_ADDRESS']);
  const recentSignInMilliseconds = recentSignIn(environment['JIECHU_RECENT_SIGN_IN']);
  return {
    ...(address && { scanner: createClamdScanner(address) }),
    ...(recentSignInMilliseconds !== undefined && { recentSignInMilliseconds }),
  };
}

function clamdAddress(text = ''): ClamdAddress | undefined {
  if (text === '') return undefined;
  const [, host = '', port = ''] = /^\[?([^\]\s]+?)\]?:(\d{1,5})$/.exec(text) ?? [];
  if (host !== '' && Number(port) > 0 && Number(port) <= 65_535)
    return { host, port: Number(port) };
  throw new WrongUse({
    zh: `CLAMD_ADDRESS 须写作 主机:端口，例如 127.0.0.1:3310；现在是 ${text}`,
    en: `CLAMD_ADDRESS is host:port, such as 127.0.0.1:3310, and not ${text}`,
  });
}

function recentSignIn(text = ''): number | undefined {
  if (text === '') return undefined;
  const [, count = '', unit = ''] = /^(\d{1,5})([smh])$/.exec(text) ?? [];
  const milliseconds = Number(count) * (unitMilliseconds[unit] ?? 0);
  if (milliseconds > 0 && milliseconds <= longestMilliseconds) return milliseconds;
  throw new WrongUse({
    zh: `JIECHU_RECENT_SIGN_IN 须写作 15m、90s 这样的时长，不超过 12h；现在是 ${text}`,
    en: `JIECHU_RECENT_SIGN_IN is a length such as 15m or 90s, of 12h at most, and not ${text}`,
  });
}

const unitMilliseconds: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000 };
const longestMilliseconds = 12 * 3_600_000;
