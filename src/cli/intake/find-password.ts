import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { WrongUse } from '../wrong-use.ts';

/** The password: from the environment, where no process list shows it, else that of the sample accounts. */
export async function findPassword(dataFolder: string): Promise<string> {
  const given = process.env['JIECHU_PASSWORD'];
  if (given) return given;
  const file = join(dataFolder, 'sample-password');
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch {
    throw new WrongUse({
      zh: `没有密码：设置 JIECHU_PASSWORD，或用 --data 指明有 ${file} 的数据文件夹`,
      en: `no password: set JIECHU_PASSWORD, or name the data folder with --data (there is no ${file})`,
    });
  }
}
