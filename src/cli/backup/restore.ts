import { existsSync } from 'node:fs';
import { constants, cp, mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Language } from '../../diagnostics/language.ts';
import { lockFolder, type FolderLock } from '../../store/embedded/folder-lock.ts';
import { stopLeftOver } from '../../worker/server/left-over.ts';
import { countOf } from '../count-of.ts';
import type { Outcome } from '../outcome.ts';
import { openDataFolder, type DataFolder } from '../system/data-folder.ts';
import { WrongUse } from '../wrong-use.ts';
import { notABackup, notEmbedded, otherKeys, unlikeManifest } from './backup-texts.ts';
import { checkKeys } from './check-keys.ts';
import { lostSince, type Lost } from './lost-since.ts';
import { isSigned, markFiles, readManifest, type Manifest } from './manifest.ts';
import { beginAnew } from './begin-anew.ts';
import { putInPlace } from './put-in-place.ts';

/** A call of `restore`. */
export interface RestoreCall {
  readonly folder: string;
  readonly data: string;
  readonly json: true | undefined;
  readonly lang: Language;
}

/** Puts a backup in the place of what a data folder holds, which is moved aside, and begins a new pair with it. */
export const restore = async (call: RestoreCall): Promise<Outcome> => {
  if ((process.env['DATABASE_URL'] ?? '') !== '') throw new WrongUse(notEmbedded);
  const from = resolve(call.folder);
  const signed = await readManifest(from).catch((error: unknown) => {
    throw new WrongUse(notABackup(from, error));
  });
  // Before the folder is opened, which would make keys where there are none.
  const path = resolve(call.data);
  if (!existsSync(join(path, 'codec-keys'))) throw new WrongUse(otherKeys(path, 'codec-keys'));
  const folder = openDataFolder(path);
  if ('failure' in folder) throw new WrongUse(folder.failure);
  const key = checkKeys(signed, folder);
  if (!isSigned(signed, key)) throw new WrongUse(unlikeManifest(from, 'manifest.json'));
  const locks = taken(folder);
  try {
    await stopLeftOver(folder.folder);
    return await put(call, { from, folder, manifest: signed.manifest });
  } finally {
    for (const lock of locks) lock.release();
  }
};

const put = async (
  { json, lang }: RestoreCall,
  {
    from,
    folder,
    manifest,
  }: { readonly from: string; readonly folder: DataFolder; readonly manifest: Manifest },
): Promise<Outcome> => {
  const staged = join(folder.folder, 'restoring');
  await rm(staged, { recursive: true, force: true });
  await mkdir(staged, { mode: 0o700 });
  await cp(from, staged, { recursive: true, mode: constants.COPYFILE_FICLONE });
  // The copy is checked, not what it was made from: what a disk or a network did to it shows too.
  const wrong = unlike(manifest.files, await markFiles(staged));
  if (wrong !== undefined) throw new WrongUse(unlikeManifest(from, wrong));
  const heads = await beginAnew(staged, manifest);
  const lost = await lostSince(folder.anchors, heads);
  const aside = await putInPlace(folder, staged);
  const { made, logs } = manifest;
  const said = { made, ...logs, aside, anchors: folder.anchors, lost };
  return { text: json ? `${JSON.stringify(said)}\n` : restoredText(lang, said), status: 0 };
};

const unlike = (wanted: Manifest['files'], found: Manifest['files']): string | undefined =>
  [...new Set([...Object.keys(wanted), ...Object.keys(found)])]
    .sort()
    .find((path) => wanted[path]?.sha256 !== found[path]?.sha256);

/** Keeps everybody else from the parts of the folder; refuses those that somebody has. */
const taken = ({ folder, database }: DataFolder): readonly FolderLock[] => {
  const first = lockFolder(join(folder, 'temporal'));
  if ('code' in first) throw new WrongUse(first.message);
  const second = lockFolder(database);
  if (!('code' in second)) return [first, second];
  first.release();
  throw new WrongUse(second.message);
};

const restoredText = (
  lang: Language,
  {
    made,
    incidents,
    entries,
    aside,
    anchors,
    lost,
  }: {
    readonly made: string;
    readonly incidents: number;
    readonly entries: number;
    readonly aside: string | undefined;
    readonly anchors: string;
    readonly lost: Lost;
  },
): string => {
  const lines = {
    zh: [
      `已恢复到 ${made}：${incidents} 起警情，${entries} 条记录`,
      ...(aside === undefined ? [] : [`原来的数据移到了 ${aside}`]),
      ...(lost.entries === 0
        ? []
        : [
            `之后办的没有了：按锚定缺 ${lost.incidents} 起警情的 ${lost.entries} 条记录；原锚定 ${anchors} 留作证据，以后另起一个`,
          ]),
    ],
    en: [
      `restored as of ${made}: ${countOf(incidents, 'incident')}, ${entries} entries`,
      ...(aside === undefined ? [] : [`what was there is in ${aside}`]),
      ...(lost.entries === 0
        ? []
        : [
            `what was done since is gone: by the anchors ${lost.entries} entries of ${countOf(lost.incidents, 'incident')}; the anchors ${anchors} stay as evidence, and others begin`,
          ]),
    ],
  };
  return `${lines[lang].join('\n')}\n`;
};
