import { addVerb, type VerbOptions } from '../add-verb.ts';
import { finish } from '../finish.ts';
import type { RegisterCommand } from '../register-command.ts';

interface DoctorOptions extends VerbOptions {
  readonly url: string;
  readonly data: string;
}

const texts = {
  about: {
    zh: '检查正在运行的系统：哪些警情走不下去，怎么办',
    en: 'examine a running system: which incidents do not go on, and what to do',
  },
  url: { zh: '系统的地址', en: 'where the system listens' },
  data: {
    zh: '系统的数据目录，运维令牌在里面（没有 JIECHU_OPERATOR_TOKEN 时）',
    en: 'the data folder of the system, which holds the operator token (without JIECHU_OPERATOR_TOKEN)',
  },
} as const;

/** Registers `doctor`. */
export const doctorCommand: RegisterCommand = (program, lang) => {
  addVerb(program, lang, 'doctor', texts.about)
    .option('--url <url>', texts.url[lang], 'http://127.0.0.1:7800')
    .option('--data <folder>', texts.data[lang], '.jiechu')
    .action(async ({ url, data, json }: DoctorOptions) => {
      const { doctor } = await import('../doctor/doctor.ts');
      finish(await doctor({ url, data, json, lang }));
    });
};
