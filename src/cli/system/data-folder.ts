import { randomBytes, randomInt } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { newAnchorsPlace } from './anchors-place.ts';
import type { Text } from '../../model/text.ts';
import { newSigningKey } from '../../worker/keys/signing-keys.ts';

/** The folder of an embedded system, made ready. */
export interface DataFolder {
  readonly folder: string;
  readonly database: string;
  /** `id:base64` keys of the payload codec. */
  readonly codecKeys: string;
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

/** Makes the folder and its secrets where they are missing; secrets are readable by their owner alone. */
export const openDataFolder = (path: string): DataFolder | { readonly failure: Text } => {
  const folder = resolve(path);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK | constants.R_OK | constants.X_OK);
    return {
      folder,
      database: join(folder, 'database'),
      codecKeys: secret(
        join(folder, 'codec-keys'),
        () => `k1:${randomBytes(32).toString('base64')}`,
      ),
      operatorToken: secret(join(folder, 'operator-token'), () =>
        randomBytes(24).toString('base64url'),
      ),
      apiKeys: secret(apiKeysFile(folder), newSigningKey),
      workerKeys: secret(workerKeysFile(folder), newSigningKey),
      anchors: secret(join(folder, 'anchors-at'), () => newAnchorsPlace(folder)),
      samplePassword: secret(join(folder, 'sample-password'), samplePassword),
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
