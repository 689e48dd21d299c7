import { addVerb } from '../add-verb.ts';
import { finish } from '../finish.ts';
import type { RegisterCommand } from '../register-command.ts';
import { onRunningSystem, type RunningSystemOptions } from '../running-system.ts';

interface IntakeOptions extends RunningSystemOptions {
  readonly name?: string;
  readonly paced?: true;
}

/** Registers `intake`. */
export const intakeCommand: RegisterCommand = (program, lang) => {
  const texts = {
    about: {
      zh: '把报警从文件送进正在运行的系统；同一个文件送两次，不会重复受理',
      en: 'feed reports from files into a running system; the same file twice changes nothing',
    },
    source: {
      zh: 'CSV、JSONL、YAML 文件，或放这些文件的文件夹',
      en: 'a CSV, JSONL or YAML file, or a folder of them',
    },
    name: {
      zh: '登录名，密码取自 JIECHU_PASSWORD；没有就用演示的接警员账号和演示密码',
      en: 'the account, its password in JIECHU_PASSWORD; else the operator of the samples with the sample password',
    },
    paced: {
      zh: '按各报警的时刻逐件送，按系统的时钟',
      en: "each report at its time of day, by the system's clock",
    },
  } as const;
  const verb = addVerb(program, lang, 'intake', texts.about)
    .argument('<file>', texts.source[lang])
    .option('--name <account>', texts.name[lang]);
  onRunningSystem(verb, lang, 'sample-password')
    .option('--paced', texts.paced[lang])
    .action(async (source: string, options: IntakeOptions) => {
      const { url, name, data, json, paced = false } = options;
      const { intakeReports } = await import('../intake/intake-reports.ts');
      finish(await intakeReports({ source, url, name, data, paced, json, lang }));
    });
};
