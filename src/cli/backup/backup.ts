import { resolve } from 'node:path';
import type { BackupCopied } from '../../contract/backup-contract.ts';
import type { ProblemDetails } from '../../contract/problem-contract.ts';
import type { Language } from '../../diagnostics/language.ts';
import { statementSigner } from '../../worker/keys/statement-signer.ts';
import { countOf } from '../count-of.ts';
import { operator } from '../client/operator.ts';
import { jiechuVersion } from '../jiechu-version.ts';
import type { Outcome } from '../outcome.ts';
import { openDataFolder } from '../system/data-folder.ts';
import { folderSigning } from '../system/folder-signing.ts';
import { takeHistories } from '../system/own-temporal.ts';
import { openedStore } from '../system/run-system.ts';
import { WrongUse } from '../wrong-use.ts';
import { backupFailed, notEmbedded } from './backup-texts.ts';
import { backupPlaces } from './backup-places.ts';
import { copyFiles } from './copy-files.ts';
import { copyTogether } from './copy-together.ts';
import { markFiles, writeManifest, type Manifest } from './manifest.ts';

/** A call of `backup`. */
export interface BackupCall {
  readonly folder: string;
  readonly data: string;
  readonly url: string;
  readonly json: true | undefined;
  readonly lang: Language;
}

type Copying = BackupCopied | { readonly refused: Readonly<Record<Language, string>> };

// Large databases are copied within minutes, and answer when they are.
const patienceMilliseconds = 1_800_000;

/** Makes a copy of a system, which may run meanwhile: all but its keys. */
export const backup = async (call: BackupCall): Promise<Outcome> => {
  const target = resolve(call.folder);
  if (isServer()) throw new WrongUse(notEmbedded);
  const copied = (await copiedByRunning(call, target)) ?? (await copiedHere(call, target));
  if ('refused' in copied) throw new WrongUse(copied.refused);
  const { files, ...rest } = copied;
  const data = openDataFolder(call.data);
  if ('failure' in data) throw new WrongUse(data.failure);
  const api = folderSigning(data, process.env).own.api;
  // INVARIANT: a data folder has the keys of its API.
  if (api === undefined) throw new Error('the data folder has no keys of an API');
  try {
    await copyFiles(files, backupPlaces(target).files);
    const manifest: Manifest = {
      format: 1,
      version: jiechuVersion(),
      ...rest,
      files: await markFiles(target),
    };
    await writeManifest(target, manifest, statementSigner('api', api));
    return { text: madeText(call, target, manifest), status: 0 };
  } catch (error) {
    throw new WrongUse(backupFailed(target, error));
  }
};

const isServer = (): boolean =>
  ['DATABASE_URL', 'TEMPORAL_ADDRESS'].some((name) => (process.env[name] ?? '') !== '');

/** The copy that a running system makes; nothing where none runs. */
const copiedByRunning = async (
  { url: asked, data, lang }: BackupCall,
  target: string,
): Promise<Copying | undefined> => {
  const { url, token } = await operator({ url: asked, data });
  let response: Response;
  try {
    response = await fetch(`${url}/api/backups`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ folder: target }),
      signal: AbortSignal.timeout(patienceMilliseconds),
    });
  } catch {
    return undefined;
  }
  if (response.ok) return (await response.json()) as BackupCopied;
  const { text } = (await response.json().catch(() => ({}))) as Partial<ProblemDetails>;
  const said = text?.[lang] ?? `HTTP ${response.status}`;
  return { refused: { zh: said, en: said } };
};

/** The copy of a system that does not run. */
const copiedHere = async ({ data }: BackupCall, target: string): Promise<Copying> => {
  const folder = openDataFolder(data);
  if ('failure' in folder) throw new WrongUse(folder.failure);
  const histories = await takeHistories(folder.folder);
  try {
    await histories.check?.passed();
    const store = await openedStore({ environment: process.env }, folder);
    try {
      const anchors = process.env['JIECHU_ANCHORS'] || folder.anchors;
      const files = process.env['JIECHU_FILES'] || folder.files;
      return await copyTogether({ store, folder: folder.folder, anchors, files }, target);
    } finally {
      await store.close();
    }
  } finally {
    await histories.release();
  }
};

const madeText = (
  { json, lang }: BackupCall,
  target: string,
  { made, logs: { incidents, entries }, files }: Manifest,
): string => {
  const bytes = Object.values(files).reduce((sum, { size }) => sum + size, 0);
  if (json) return `${JSON.stringify({ folder: target, made, incidents, entries, bytes })}\n`;
  const megabytes = Math.ceil(bytes / 1_000_000);
  return {
    zh: `备份已完成：${target}（${incidents} 起警情，${entries} 条记录，${megabytes} MB）\n密钥不在里面：codec-keys、digest-keys、api-signing-keys、worker-signing-keys 请另外保管，没有它们备份打不开\n`,
    en: `the backup is made: ${target} (${countOf(incidents, 'incident')}, ${entries} entries, ${megabytes} MB)\nthe keys are not in it: keep codec-keys, digest-keys, api-signing-keys and worker-signing-keys apart, nobody can read it without them\n`,
  }[lang];
};
