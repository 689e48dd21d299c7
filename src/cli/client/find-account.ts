import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sampleAccounts } from '../system/sample-accounts.ts';
import { WrongUse } from '../wrong-use.ts';

/** The account of who takes the reports, with its password. */
export interface Account {
  readonly name: string;
  readonly password: string;
}

/**
 * The account to sign in with. The password comes from the environment, where no process list shows it, else it is that
 * of the sample accounts; without a name the first of these is taken.
 */
export async function findAccount(name: string | undefined, dataFolder: string): Promise<Account> {
  const given = process.env['JIECHU_PASSWORD'];
  if (given && name === undefined) {
    throw new WrongUse({
      zh: '设置了 JIECHU_PASSWORD，还要用 --name 写明登录名',
      en: 'JIECHU_PASSWORD is set: name its account with --name',
    });
  }
  const password = given ? given : await samplePassword(dataFolder);
  return { name: name ?? sampleAccounts[0]!.name, password };
}

async function samplePassword(dataFolder: string): Promise<string> {
  const file = join(dataFolder, 'sample-password');
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch {
    throw new WrongUse({
      zh: `没有密码：设置 JIECHU_PASSWORD，或用 --data 指明有 ${file} 的数据目录`,
      en: `no password: set JIECHU_PASSWORD, or name the data folder with --data (there is no ${file})`,
    });
  }
}
