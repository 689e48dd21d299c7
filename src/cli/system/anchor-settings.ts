import { readFileSync } from 'node:fs';
import type { AnchorOptions } from '../../api/anchors/anchor-options.ts';
import { anchorWebhook } from '../../api/anchors/anchor-webhook.ts';
import { timeStampAuthority } from '../../api/anchors/time-stamp-authority.ts';
import { WrongUse } from '../wrong-use.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const secondsUsual = 60;
const secondsMax = 3600;

/** The settings of anchors from the environment: how often heads are anchored, and who outside is told. */
export const anchorSettings = (environment: Environment): Omit<AnchorOptions, 'file'> => {
  const webhook = addressIn(environment, 'JIECHU_ANCHOR_WEBHOOK');
  const authority = addressIn(environment, 'JIECHU_TIMESTAMP_URL');
  const token = environment['JIECHU_ANCHOR_WEBHOOK_TOKEN'] || undefined;
  return {
    everyMilliseconds: secondsIn(environment) * 1000,
    witness: webhook === undefined ? undefined : anchorWebhook(webhook, token),
    timeStamping:
      authority === undefined ? undefined : timeStampAuthority(authority, trustedIn(environment)),
  };
};

const secondsIn = (environment: Environment): number => {
  const text = environment['JIECHU_ANCHOR_SECONDS'] || String(secondsUsual);
  const seconds = Number(text);
  if (/^\d+$/u.test(text) && seconds >= 1 && seconds <= secondsMax) return seconds;
  throw new WrongUse({
    zh: `JIECHU_ANCHOR_SECONDS 应为 1 到 ${secondsMax} 的整数（秒）`,
    en: `JIECHU_ANCHOR_SECONDS takes a whole number of seconds from 1 to ${secondsMax}`,
  });
};

// Anybody between could answer in place of the witness where nothing is encrypted.
const addressIn = (environment: Environment, name: string): string | undefined => {
  const text = environment[name] || undefined;
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isHere = url !== undefined && ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname);
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isHere)) return text;
  throw new WrongUse({
    zh: `${name} 应为 https:// 开头的地址（本机可用 http://）`,
    en: `${name} takes an address that begins with https:// (on this machine also http://)`,
  });
};

// Stamps of RFC 3161 are signed: who answers is told by the certificate, if one is given.
const trustedIn = (environment: Environment): string | undefined => {
  const file = environment['JIECHU_TIMESTAMP_CA'] || undefined;
  if (file === undefined) return undefined;
  const pem = readable(file);
  if (pem.includes('-----BEGIN CERTIFICATE-----')) return pem;
  throw new WrongUse({
    zh: `JIECHU_TIMESTAMP_CA 指明的 ${file} 里没有证书（PEM）`,
    en: `${file}, which JIECHU_TIMESTAMP_CA names, has no certificate (PEM) in it`,
  });
};

const readable = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};
