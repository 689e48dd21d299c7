import { Option } from 'commander';
import { addVerb, type VerbOptions } from '../add-verb.ts';
import { finish } from '../finish.ts';
import type { RegisterCommand } from '../register-command.ts';
import { tuneForShortRun } from '../tune-for-short-run.ts';

/** Registers `check`. */
export const checkCommand: RegisterCommand = (program, lang) => {
  const texts = {
    about: {
      zh: '检查标准和规则，指出出错的行',
      en: 'check standards and rules, and show mistakes at their lines',
    },
    paths: {
      zh: '只显示这些文件和文件夹的问题',
      en: 'show only the problems of these files and folders',
    },
    format: { zh: '输出格式', en: 'output format' },
  } as const;
  addVerb(program, lang, 'check', texts.about)
    .argument('[path...]', texts.paths[lang])
    .addOption(
      new Option('--format <format>', texts.format[lang])
        .choices(['pretty', 'json', 'sarif', 'github'])
        .default('pretty'),
    )
    .action(async (paths: string[], options: VerbOptions & { format: CheckFormat }) => {
      tuneForShortRun();
      const { checkTree } = await import('../check/check-tree.ts');
      const format = options.json ? 'json' : options.format;
      finish(await checkTree({ paths, root: options.root, format, lang, now: Date.now() }));
    });
};

type CheckFormat = 'pretty' | 'json' | 'sarif' | 'github';
