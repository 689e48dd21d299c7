import { apiKeysFile, workerKeysFile, type DataFolder } from './data-folder.ts';
import { readSigning, type Signing } from './signing.ts';

/**
 * The keys by which the parts of a data folder sign. Each part has one of its own here too: what the worker signs is not
 * taken for the API's.
 */
export const folderSigning = (
  { folder, apiKeys, workerKeys }: DataFolder,
  environment: Readonly<Record<string, string | undefined>>,
): Signing => {
  const named = environment['JIECHU_SIGNING_KEYS'];
  return readSigning(
    {
      api:
        named === undefined || named === ''
          ? { text: apiKeys, source: apiKeysFile(folder) }
          : { text: named, source: 'JIECHU_SIGNING_KEYS' },
      worker: { text: workerKeys, source: workerKeysFile(folder) },
    },
    environment['JIECHU_TRUSTED_KEYS'],
  );
};
