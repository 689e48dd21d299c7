import { addVerb, type VerbOptions } from '../add-verb.ts';
import { finish } from '../finish.ts';
import type { RegisterCommand } from '../register-command.ts';
import { onRunningSystem, type RunningSystemOptions } from '../running-system.ts';

const texts = {
  backup: {
    zh: '备份单机系统，可以边运行边备份；密钥除外',
    en: 'copy the system of one machine while it runs, all but its keys',
  },
  restore: {
    zh: '恢复备份；现有数据先移到一旁',
    en: 'put a backup back; what is there now is moved aside',
  },
  folder: { zh: '备份目录', en: 'the folder of the backup' },
  data: { zh: '系统的数据目录', en: 'the data folder of the system' },
} as const;

/** Registers `backup`. */
export const backupCommand: RegisterCommand = (program, lang) => {
  onRunningSystem(addVerb(program, lang, 'backup', texts.backup), lang, 'itself')
    .argument('<folder>', texts.folder[lang])
    .action(async (folder: string, { data, url, json }: RunningSystemOptions) => {
      const { backup } = await import('../backup/backup.ts');
      finish(await backup({ folder, data, url, json, lang }));
    });
};

/** Registers `restore`. */
export const restoreCommand: RegisterCommand = (program, lang) => {
  addVerb(program, lang, 'restore', texts.restore)
    .argument('<folder>', texts.folder[lang])
    .option('--data <folder>', texts.data[lang], '.jiechu')
    .action(async (folder: string, { data, json }: RestoreOptions) => {
      const { restore } = await import('../backup/restore.ts');
      finish(await restore({ folder, data, json, lang }));
    });
};

interface RestoreOptions extends VerbOptions {
  readonly data: string;
}
