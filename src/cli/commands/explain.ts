import { addVerb, type VerbOptions } from '../add-verb.ts';
import { finish } from '../finish.ts';
import type { RegisterCommand } from '../register-command.ts';

/** Registers `explain`. */
export const explainCommand: RegisterCommand = (program, lang) => {
  const texts = {
    about: {
      zh: '说明一件报警用哪个标准、几级，为什么，先提示哪些步骤',
      en: 'say which standard and priority a report gets, why, and which steps come first',
    },
    file: {
      zh: '报警文件（report、confirmed）',
      en: 'a file with the report and what was confirmed',
    },
  } as const;
  addVerb(program, lang, 'explain', texts.about)
    .argument('<report.yaml>', texts.file[lang])
    .action(async (file: string, { root, json }: VerbOptions) => {
      const { explainFile } = await import('../explain/explain-file.ts');
      finish(await explainFile({ file, root, json, lang, now: Date.now() }));
    });
};
