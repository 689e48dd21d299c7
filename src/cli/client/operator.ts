import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { WrongUse } from '../wrong-use.ts';
import type { SignedIn } from './sign-in.ts';

/**
 * Those who run the system show its operator token: from `JIECHU_OPERATOR_TOKEN`, where no process list shows it, else
 * from the data folder, which only they can read.
 */
export async function operator(request: {
  readonly url: string;
  readonly data: string;
}): Promise<SignedIn> {
  const url = request.url.replace(/\/+$/u, '');
  const given = process.env['JIECHU_OPERATOR_TOKEN'];
  if (given !== undefined && given !== '') return { url, token: given };
  const file = join(request.data, 'operator-token');
  try {
    return { url, token: (await readFile(file, 'utf8')).trim() };
  } catch {
    throw new WrongUse({
      zh: `没有运维令牌：设置 JIECHU_OPERATOR_TOKEN，或用 --data 指明有 ${file} 的数据目录`,
      en: `no operator token: set JIECHU_OPERATOR_TOKEN, or name the data folder with --data (there is no ${file})`,
    });
  }
}
