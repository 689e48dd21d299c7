import { addVerb, type VerbOptions } from '../add-verb.ts';
import { finish } from '../finish.ts';
import type { RegisterCommand } from '../register-command.ts';

interface RepairOptions extends VerbOptions {
  readonly url: string;
  readonly data: string;
  readonly evenIfWell: boolean;
}

const texts = {
  about: {
    zh: '让一起走不下去的警情按日志重新开始流程',
    en: 'begin the procedure of an incident that does not go on again from its log',
  },
  incident: { zh: '警情编号', en: 'the number of the incident' },
  evenIfWell: { zh: '运行正常也重新开始', en: 'also where nothing is wrong with it' },
  url: { zh: '系统的地址', en: 'where the system listens' },
  data: {
    zh: '系统的数据目录，运维令牌在里面（没有 JIECHU_OPERATOR_TOKEN 时）',
    en: 'the data folder of the system, which holds the operator token (without JIECHU_OPERATOR_TOKEN)',
  },
} as const;

/** Registers `repair`. */
export const repairCommand: RegisterCommand = (program, lang) => {
  addVerb(program, lang, 'repair', texts.about)
    .argument('<incident>', texts.incident[lang])
    .option('--even-if-well', texts.evenIfWell[lang], false)
    .option('--url <url>', texts.url[lang], 'http://127.0.0.1:7800')
    .option('--data <folder>', texts.data[lang], '.jiechu')
    .action(async (incident: string, { url, data, json, evenIfWell }: RepairOptions) => {
      const { repair } = await import('../repair/repair.ts');
      finish(await repair({ incident, evenIfWell, url, data, json, lang }));
    });
};
