import { addVerb, type VerbOptions } from '../add-verb.ts';
import { finish } from '../finish.ts';
import type { RegisterCommand } from '../register-command.ts';

/** Registers `test`. */
export const testCommand: RegisterCommand = (program, lang) => {
  const texts = {
    about: {
      zh: '运行情景和案例表，列出没有测试到的步骤、规则行和时限',
      en: 'run scenarios and case tables, and list the steps, rule rows and deadlines that no test reaches',
    },
    ids: { zh: '只测这些标准、程序和规则集', en: 'only these standards, procedures and rule sets' },
    junit: { zh: '另写一份 JUnit XML', en: 'write a JUnit XML file as well' },
  } as const;
  addVerb(program, lang, 'test', texts.about)
    .argument('[id...]', texts.ids[lang])
    .option('--junit <file>', texts.junit[lang])
    .action(async (ids: string[], { root, json, junit }: VerbOptions & { junit?: string }) => {
      const { runTests } = await import('../testing/run-tests.ts');
      finish(await runTests({ ids, root, json, junit, lang }));
    });
};
