import type { Language } from '../../diagnostics/language.ts';
import { openDataFolder } from '../system/data-folder.ts';
import { openedStore } from '../system/run-system.ts';
import type { Store } from '../../store/store.ts';
import { databaseServer } from './serve-settings.ts';
import { countOf } from '../count-of.ts';
import { WrongUse } from '../wrong-use.ts';

interface Call {
  readonly data: string;
  readonly lang: Language;
}

// `DATABASE_URL`, else the embedded database of the data folder, which the running system must have let go of.
const opened = async ({ data, lang }: Call): Promise<Store> => {
  if ((process.env['DATABASE_URL'] ?? '') !== '') return databaseServer(process.env);
  const folder = openDataFolder(
    data,
    (text) => void process.stderr.write(`jiechu: ${text[lang]}\n`),
  );
  if ('failure' in folder) throw new WrongUse(folder.failure);
  return openedStore({ environment: process.env }, folder);
};

/** Brings the schema of the store up to date. */
export const migrate = async (call: Call): Promise<void> => {
  const store = await opened(call);
  await store.close();
  process.stdout.write(
    `${{ zh: '数据库已是最新结构', en: 'the schema is up to date' }[call.lang]}\n`,
  );
};

/** Makes the projections of one incident or of all again from their logs. */
export const rebuild = async (call: Call & { readonly incident?: string }): Promise<void> => {
  const store = await opened(call);
  try {
    const count = await store.log.rebuild(call.incident);
    process.stdout.write(
      `${{ zh: `已重建 ${count} 起警情`, en: `${countOf(count, 'incident')} rebuilt` }[call.lang]}\n`,
    );
  } finally {
    await store.close();
  }
};
