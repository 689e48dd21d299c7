import { randomBytes, randomInt } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { newAnchorsPlace } from './anchors-place.ts';
import type { Text } from '../../model/text.ts';
import { newDigestKey } from '../../worker/keys/digest-keys.ts';
import { newSigningKey } from '../../worker/keys/signing-keys.ts';
import { closeFolder, closeSecret } from './private-folder.ts';

/** The folder of an embedded system, made ready. */
export interface DataFolder {
  readonly folder: string;
  readonly database: string;
  /** Where evidence is kept unless a setting says otherwise. */
  readonly files: string;
  /** `id:base64` keys of the payload codec. */
  readonly codecKeys: string;
  /** `id:base64` keys of the digests of personal content. */
  readonly digestKeys: string;
  /** The token of the engineers who run it. */
  readonly operatorToken: string;
  /** `id:base64` keys by which the API and the worker of this folder sign. */
  readonly apiKeys: string;
  readonly workerKeys: string;
  /** Where its heads are anchored unless a setting says otherwise: outside of it. */
  readonly anchors: string;
  /** The password of the sample accounts of this folder. */
  readonly samplePassword: string;
}

/** Where a folder keeps the keys by which its API signs. */
export const apiKeysFile = (folder: string): string => join(folder, 'api-signing-keys');

/** Where a folder keeps the keys by which its worker signs. */
export const workerKeysFile = (folder: string): string => join(folder, 'worker-signing-keys');

/** Where a folder shows the public halves of both, for who verifies what was signed. */
export const publicKeysFile = (folder: string): string => join(folder, 'public-keys');

/** Where a folder keeps the keys of its digests. */
export const digestKeysFile = (folder: string): string => join(folder, 'digest-keys');

const codecKeysFile = 'codec-keys';
const operatorTokenFile = 'operator-token';
const samplePasswordFile = 'sample-password';

/**
 * Makes the folder and its secrets where they are missing, readable by their owner alone. What others could read is
 * closed to them, which is told, or refused.
 */
export const openDataFolder = (
  path: string,
  tell: (text: Text) => void = () => undefined,
): DataFolder | { readonly failure: Text } => {
  const folder = resolve(path);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK | constants.R_OK | constants.X_OK);
    const secrets = [
      ...[codecKeysFile, operatorTokenFile, samplePasswordFile].map((name) => join(folder, name)),
      digestKeysFile(folder),
      apiKeysFile(folder),
      workerKeysFile(folder),
    ];
    const opened = [
      () => closeFolder(folder, [codecKeysFile, 'database']),
      ...secrets.map((file) => () => (existsSync(file) ? closeSecret(file) : undefined)),
    ];
    for (const close of opened) {
      const found = close();
      if (found && 'refused' in found) return { failure: found.refused };
      // Where there was no secret yet nobody has read one.
      if (found && existsSync(secrets[0]!)) tell(found.mended);
    }
    return {
      folder,
      database: join(folder, 'database'),
      files: join(folder, 'files'),
      codecKeys: secret(
        join(folder, codecKeysFile),
        () => `k1:${randomBytes(32).toString('base64')}`,
      ),
      digestKeys: secret(digestKeysFile(folder), newDigestKey),
      operatorToken: secret(join(folder, operatorTokenFile), () =>
        randomBytes(24).toString('base64url'),
      ),
      apiKeys: secret(apiKeysFile(folder), newSigningKey),
      workerKeys: secret(workerKeysFile(folder), newSigningKey),
      anchors: secret(join(folder, 'anchors-at'), () => newAnchorsPlace(folder)),
      samplePassword: secret(join(folder, samplePasswordFile), samplePassword),
    };
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return {
      failure: {
        zh: `数据目录 ${folder} 不能写（${why}）：改权限，或用 --data 换一个目录`,
        en: `the data folder ${folder} cannot be written (${why}): mend its permissions, or choose another with --data`,
      },
    };
  }
};

const secret = (file: string, make: () => string): string => {
  if (!existsSync(file)) writeFileSync(file, `${make()}\n`, { mode: 0o600, flag: 'wx' });
  return readFileSync(file, 'utf8').trim();
};

// Easy to type on a phone, and different on every machine.
const samplePassword = (): string => {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  const group = (): string =>
    Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
  return `${group()}-${group()}-${group()}`;
};
