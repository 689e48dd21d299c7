import { existsSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import type { AnchorOptions } from '../../api/anchors/anchor-options.ts';
import type { Text } from '../../model/text.ts';
import { AnchorFile } from '../../store/anchors/anchor-file.ts';
import type { Store } from '../../store/store.ts';
import { countOf } from '../count-of.ts';
import { WrongUse } from '../wrong-use.ts';
import { anchorSettings } from './anchor-settings.ts';
import { checkAnchors } from './check-anchors.ts';

/** The settings that anchors are opened with. */
export interface AnchorsWanted {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Where they are unless `JIECHU_ANCHORS` says otherwise. */
  readonly otherwise: string;
  /** They may not lie in here. */
  readonly dataFolder?: string;
  readonly warn: (text: Text) => void;
}

/**
 * Opens the anchors of a store, and refuses a store that is not what was anchored of it. Whether this process writes
 * them is decided then: one does, and another takes over when it ends.
 */
export const openAnchors = async (
  store: Store,
  { environment, otherwise, dataFolder, warn }: AnchorsWanted,
): Promise<AnchorOptions> => {
  const path = resolve(environment['JIECHU_ANCHORS'] || otherwise);
  if (dataFolder !== undefined && isWithin(path, dataFolder)) throw within(path);
  const settings = anchorSettings(environment);
  const file = await opened(path);
  try {
    await checkAnchors(store, file);
  } catch (error) {
    await file.close();
    throw error;
  }
  const isNew = file.anchored.last.seq === 0;
  const incidents = isNew ? (await store.log.heads()).length : 0;
  if (incidents > 0) warn(begunAnew(path, incidents));
  return { file, ...settings };
};

const opened = async (path: string): Promise<AnchorFile> => {
  try {
    const file = await AnchorFile.read(path);
    await file.mayWrite();
    return file;
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new WrongUse({
      zh: `锚定文件 ${path} 不能读写（${why}）：改权限，或用 JIECHU_ANCHORS 换一个`,
      en: `the anchors ${path} cannot be read and written (${why}): mend the permissions, or name another file with JIECHU_ANCHORS`,
    });
  }
};

const isWithin = (path: string, folder: string): boolean => {
  const real = existsSync(dirname(path)) ? realpathSync(dirname(path)) : dirname(path);
  const way = relative(realpathSync(folder), real);
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way));
};

const within = (path: string): WrongUse =>
  new WrongUse({
    zh: `锚定文件 ${path} 在数据目录里，一起恢复就对不出差别：用 JIECHU_ANCHORS 放到别处`,
    en: `the anchors ${path} lie in the data folder, and a restore would take them along: name another place with JIECHU_ANCHORS`,
  });

const begunAnew = (path: string, incidents: number): Text => ({
  zh: `锚定文件 ${path} 不存在或是空的：从现在起重新锚定 ${incidents} 起警情，以前的无从核对；如有旧文件，请停下放回原处`,
  en: `there are no anchors in ${path}: they begin anew with ${countOf(incidents, 'incident')}, and what was before cannot be compared; if there is an older file, stop and put it there`,
});
