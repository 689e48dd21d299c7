import { createHash, type KeyObject } from 'node:crypto';
import { parseCodecKeys } from '../../worker/codec/codec-keys.ts';
import { publicBytes } from '../../worker/keys/trusted-keys.ts';
import type { DataFolder } from '../system/data-folder.ts';
import { folderDigestKeys } from '../system/digest-keys.ts';
import { folderSigning } from '../system/folder-signing.ts';
import { WrongUse } from '../wrong-use.ts';
import { otherKeys } from './backup-texts.ts';
import type { readManifest } from './manifest.ts';

/**
 * Refuses a backup of which a folder does not have the keys: nothing in it could be read, and no open incident could go
 * on. Gives the public key that the backup is signed with.
 */
export const checkKeys = (
  { manifest: { keys: marks }, keyId }: Awaited<ReturnType<typeof readManifest>>,
  folder: DataFolder,
): KeyObject => {
  const parsed = parseCodecKeys(process.env['JIECHU_CODEC_KEYS'] ?? folder.codecKeys);
  const codec = 'wrong' in parsed ? [] : Object.values(parsed.keys).map(markOf);
  if (!codec.includes(String(marks['codec-key']))) {
    throw new WrongUse(otherKeys(folder.folder, 'codec-keys'));
  }
  const { current, former } = folderDigestKeys(folder, process.env).keys;
  if (
    ![current, ...former].map(({ bytes }) => markOf(bytes)).includes(String(marks['digest-key']))
  ) {
    throw new WrongUse(otherKeys(folder.folder, 'digest-keys'));
  }
  const { trusted } = folderSigning(folder, process.env);
  for (const role of ['api', 'worker'] as const) {
    const { name, mark } = marks[`signing-key-${role}`] as { name: string; mark: string };
    const key = trusted.get(name);
    if (key === undefined || markOf(publicBytes(key)) !== mark) {
      throw new WrongUse(otherKeys(folder.folder, `${role}-signing-keys`));
    }
  }
  const key = trusted.get(keyId);
  if (key === undefined) throw new WrongUse(otherKeys(folder.folder, 'api-signing-keys'));
  return key;
};

const markOf = (key: Uint8Array): string => createHash('sha256').update(key).digest('hex');
