import { createHash, verify, type KeyObject } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { BackupCopied } from '../../contract/backup-contract.ts';
import { canonicalJson } from '../../model/canonical-json.ts';
import type { StatementSigner } from '../../model/statement-signer.ts';
import { backupPlaces } from './backup-places.ts';

/** The contents of a backup, as of one moment. */
export interface Manifest extends Omit<BackupCopied, 'files'> {
  readonly format: 1;
  readonly version: string;
  /** Every file of the backup but this list, by its path in the folder. */
  readonly files: Readonly<Record<string, FileMark>>;
}

/** The length of a file, and the SHA-256 of its bytes. */
export interface FileMark {
  readonly size: number;
  readonly sha256: string;
}

interface SignedManifest {
  readonly manifest: Manifest;
  readonly keyId: string;
  readonly signature: string;
}

const statementOf = (manifest: Manifest): string => `jiechu backup\n${canonicalJson(manifest)}`;

/** Writes the list of what a backup holds, last of all: without it there is no backup. */
export const writeManifest = async (
  folder: string,
  manifest: Manifest,
  signer: StatementSigner,
): Promise<void> => {
  const signature = signer.sign(statementOf(manifest));
  const signed: SignedManifest = { manifest, keyId: signer.keyId, signature };
  const handle = await open(backupPlaces(folder).manifest, 'wx', 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(signed, null, 2)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** Reads the list of what a backup holds; throws where there is none that can be read. */
export const readManifest = async (folder: string): Promise<SignedManifest> => {
  const signed = JSON.parse(
    await readFile(backupPlaces(folder).manifest, 'utf8'),
  ) as SignedManifest;
  if (signed.manifest.format !== 1) throw new Error(`format ${String(signed.manifest.format)}`);
  return signed;
};

/** True where a list is as it was signed by the system whose public key is given. */
export const isSigned = ({ manifest, signature }: SignedManifest, key: KeyObject): boolean =>
  verify(null, Buffer.from(statementOf(manifest)), key, Buffer.from(signature, 'base64'));

/** The marks of all files in a folder and below it, by their paths in it; each is on the disk then. */
export const markFiles = async (folder: string): Promise<Manifest['files']> => {
  const marks: Record<string, FileMark> = {};
  for (const path of (await pathsIn(folder)).sort()) {
    if (path === 'manifest.json') continue;
    marks[path] = await markOf(join(folder, path));
  }
  return marks;
};

const pathsIn = async (folder: string, below = ''): Promise<string[]> => {
  const entries = await readdir(join(folder, below), { withFileTypes: true });
  const paths = entries.map(async (entry) => {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    return entry.isDirectory() ? pathsIn(folder, path) : [path];
  });
  return (await Promise.all(paths)).flat();
};

const markOf = async (file: string): Promise<FileMark> => {
  const handle = await open(file, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of createReadStream(file)) {
    hash.update(chunk as Buffer);
    size += (chunk as Buffer).length;
  }
  return { size, sha256: hash.digest('hex') };
};
