import { addVerb } from '../add-verb.ts';
import { finish } from '../finish.ts';
import type { RegisterCommand } from '../register-command.ts';
import { onRunningSystem, type RunningSystemOptions } from '../running-system.ts';

interface OfficersOptions extends RunningSystemOptions {
  readonly script?: string;
  readonly reports?: string;
  readonly seed?: string;
  readonly stay?: true;
}

/** Registers `officers`. */
export const officersCommand: RegisterCommand = (program, lang) => {
  const texts = {
    about: {
      zh: '演示：让演示人员登录，按剧本办理警情，办完为止',
      en: 'demonstration: the sample people sign in and work on the incidents by a script, to the end',
    },
    script: {
      zh: '剧本（默认 samples/officers.yaml）',
      en: 'how they behave (default samples/officers.yaml)',
    },
    reports: {
      zh: '报警文件，里面写了后来查明的情况（默认 samples/reports）',
      en: 'the reports, which say how they turn out (default samples/reports)',
    },
    seed: { zh: '换一个种子，就是另一天', en: 'another seed, another day' },
    stay: {
      zh: '办完也不走，继续等新的警情',
      en: 'stay when all is done, and wait for more',
    },
  } as const;
  onRunningSystem(addVerb(program, lang, 'officers', texts.about), lang, 'sample-password')
    .option('--script <file>', texts.script[lang])
    .option('--reports <file>', texts.reports[lang])
    .option('--seed <text>', texts.seed[lang])
    .option('--stay', texts.stay[lang])
    .action(async (options: OfficersOptions) => {
      const { root, script, reports, seed, url, data, json, stay = false } = options;
      const { runOfficers } = await import('../officers/run-officers.ts');
      finish(await runOfficers({ root, script, reports, seed, url, data, json, stay, lang }));
    });
};
