import { resolve } from 'node:path';
import type { FileFolder } from '../../store/files/file-folder.ts';
import { openFileFolder } from '../../store/files/open-file-folder.ts';
import { WrongUse } from '../wrong-use.ts';

/** The folder of evidence that `JIECHU_FILES` names, else the one given; none where neither is. */
export const openFiles = async (
  environment: Readonly<Record<string, string | undefined>>,
  otherwise?: string,
): Promise<FileFolder | undefined> => {
  const path = environment['JIECHU_FILES'] || otherwise;
  if (path === undefined) return undefined;
  const folder = resolve(path);
  try {
    return await openFileFolder(folder);
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new WrongUse({
      zh: `文件目录 ${folder} 不能写（${why}）：改权限，或用 JIECHU_FILES 换一个`,
      en: `the folder of files ${folder} cannot be written (${why}): mend its permissions, or name another with JIECHU_FILES`,
    });
  }
};
