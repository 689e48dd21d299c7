import { addVerb } from '../add-verb.ts';
import { finish } from '../finish.ts';
import type { RegisterCommand } from '../register-command.ts';
import { onRunningSystem, type RunningSystemOptions } from '../running-system.ts';

interface RepairOptions extends RunningSystemOptions {
  readonly evenIfWell: boolean;
}

const texts = {
  about: {
    zh: '让一起走不下去的警情按日志重新开始流程',
    en: 'begin the procedure of an incident that does not go on again from its log',
  },
  incident: { zh: '警情编号', en: 'the number of the incident' },
  evenIfWell: { zh: '运行正常也重新开始', en: 'also where nothing is wrong with it' },
} as const;

/** Registers `repair`. */
export const repairCommand: RegisterCommand = (program, lang) => {
  onRunningSystem(addVerb(program, lang, 'repair', texts.about), lang, 'operator-token')
    .argument('<incident>', texts.incident[lang])
    .option('--even-if-well', texts.evenIfWell[lang], false)
    .action(async (incident: string, { url, data, json, evenIfWell }: RepairOptions) => {
      const { repair } = await import('../repair/repair.ts');
      finish(await repair({ incident, evenIfWell, url, data, json, lang }));
    });
};
