import { addVerb } from '../add-verb.ts';
import type { RegisterCommand } from '../register-command.ts';

const data = {
  zh: '数据目录（没有 DATABASE_URL 时）',
  en: 'the data folder, where there is no DATABASE_URL',
};

/** Registers `migrate`. */
export const migrateCommand: RegisterCommand = (program, lang) => {
  const about = { zh: '更新数据库结构', en: 'bring the schema of the store up to date' };
  addVerb(program, lang, 'migrate', about)
    .option('--data <folder>', data[lang], '.jiechu')
    .action(async (options: { data: string }) => {
      const { migrate } = await import('../serve/tend-store.ts');
      await migrate({ ...options, lang });
    });
};

/** Registers `rebuild`. */
export const rebuildCommand: RegisterCommand = (program, lang) => {
  const about = { zh: '从日志重建查询用的表', en: 'make the projections again from the logs' };
  addVerb(program, lang, 'rebuild', about)
    .argument('[incident]', { zh: '只重建这一起', en: 'only this one' }[lang])
    .option('--data <folder>', data[lang], '.jiechu')
    .action(async (incident: string | undefined, options: { data: string }) => {
      const { rebuild } = await import('../serve/tend-store.ts');
      await rebuild({ ...options, lang, ...(incident === undefined ? {} : { incident }) });
    });
};
