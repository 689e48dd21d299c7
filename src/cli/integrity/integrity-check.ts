import { Worker } from 'node:worker_threads';
import type { Text } from '../../model/text.ts';
import { builtFile } from '../../worker/server/built-file.ts';
import { within } from '../../worker/within.ts';
import { WrongUse } from '../wrong-use.ts';
import type { IntegrityNews, IntegrityQuestion } from './integrity-question.ts';

// A start does not wait longer for it: what is left is looked through while the system runs.
const waitedMilliseconds = 5_000;

/** A part of a data folder that is being looked through for damage, beside everything else. */
export interface IntegrityCheck {
  /** Refuses what has been found damaged, after the time that a start may wait for it. */
  passed(): Promise<void>;
  /** Settles when damage is found after all. */
  readonly damaged: Promise<Text>;
  stop(): Promise<void>;
}

/** Looks through the histories of Temporal's dev server, which must not run until this settles. */
export const checkHistoriesFile = async (file: string): Promise<IntegrityCheck> => {
  const check = begin({ what: 'histories', file });
  await check.read;
  return check;
};

/** Looks through the pages of an embedded database, which has been opened. */
export const checkDatabasePages = (folder: string): IntegrityCheck =>
  begin({ what: 'database', folder });

const begin = (
  question: IntegrityQuestion,
): IntegrityCheck & { readonly read: Promise<unknown> } => {
  const thread = new Worker(builtFile('src/cli/integrity/integrity-thread.js'), {
    workerData: question,
  });
  let hasRead: () => void;
  const read = new Promise<void>((resolve) => (hasRead = resolve));
  const found = new Promise<Text | undefined>((resolve, reject) => {
    thread.on('message', (news: IntegrityNews) => {
      if (news === 'read') hasRead();
      else resolve(damageText(question, news));
    });
    thread.once('error', reject);
    // Stopped before its end.
    thread.once('exit', () => resolve(undefined));
  });
  // Whoever waits for it is told; nobody has to.
  found.catch(() => undefined);
  return {
    read: Promise.race([read, found]),
    async passed() {
      const damage = await within(found, waitedMilliseconds);
      if (damage !== undefined) throw new WrongUse(damage);
    },
    damaged: new Promise<Text>((resolve) => {
      void found.then(
        (damage) => damage && resolve(damage),
        () => undefined,
      );
    }),
    async stop() {
      await thread.terminate();
    },
  };
};

const damageText = (
  question: IntegrityQuestion,
  news: Exclude<IntegrityNews, 'read'>,
): Text | undefined => {
  if ('flaw' in news) {
    const { flaw } = news;
    if (flaw === undefined || question.what !== 'histories') return undefined;
    return {
      zh: `流程历史 ${question.file} 已损坏（${flaw}）：请用 jiechu restore 恢复最新的备份，或用 --data 换一个目录`,
      en: `the histories in ${question.file} are damaged (${flaw}): restore the newest backup with \`jiechu restore\`, or choose another folder with --data`,
    };
  }
  if (news.damaged === undefined) return undefined;
  const { file, page } = news.damaged;
  return {
    zh: `数据库文件 ${file} 第 ${page} 页已损坏：请用 jiechu restore 恢复最新的备份，或用 --data 换一个目录`,
    en: `page ${page} of the database file ${file} is damaged: restore the newest backup with \`jiechu restore\`, or choose another folder with --data`,
  };
};
