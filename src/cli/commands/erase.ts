import { addVerb } from '../add-verb.ts';
import { finish } from '../finish.ts';
import type { RegisterCommand } from '../register-command.ts';
import { onRunningSystem, type RunningSystemOptions } from '../running-system.ts';

interface EraseOptions extends RunningSystemOptions {
  readonly incident?: string;
  readonly fact?: string;
  readonly person?: string;
  readonly reason?: string;
  readonly agree?: string;
  readonly name?: string;
}

/** Registers `erase`. */
export const eraseCommand: RegisterCommand = (program, lang) => {
  const texts = {
    about: {
      zh: '依规删除个人信息：一人申请，另一人同意后才删；都不写则列出申请',
      en: 'erase personal values by law: one person asks, nothing goes before another agrees; without anything said, list what was asked for',
    },
    incident: { zh: '删除这起警情的全部个人信息', en: 'all personal values of this incident' },
    fact: { zh: '只删除其中这一项', en: 'only this fact of it' },
    person: {
      zh: '删除所有提到此人的内容：姓名、电话或住址',
      en: 'everything in which a person stands: by a name, a number or an address',
    },
    reason: { zh: '删除的理由', en: 'why it is erased' },
    agree: { zh: '同意这个申请', en: 'agree to what was asked for under this id' },
    name: {
      zh: '登录名，密码取自 JIECHU_PASSWORD',
      en: 'the account, its password in JIECHU_PASSWORD',
    },
  } as const;
  onRunningSystem(addVerb(program, lang, 'erase', texts.about), lang, 'sample-password')
    .option('--incident <id>', texts.incident[lang])
    .option('--fact <id>', texts.fact[lang])
    .option('--person <words>', texts.person[lang])
    .option('--reason <text>', texts.reason[lang])
    .option('--agree <id>', texts.agree[lang])
    .option('--name <account>', texts.name[lang])
    .action(async (options: EraseOptions) => {
      const { erase } = await import('../erase/erase.ts');
      finish(await erase({ ...options, lang }));
    });
};
