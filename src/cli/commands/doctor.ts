import { addVerb } from '../add-verb.ts';
import { finish } from '../finish.ts';
import type { RegisterCommand } from '../register-command.ts';
import { onRunningSystem, type RunningSystemOptions } from '../running-system.ts';

const texts = {
  about: {
    zh: '检查正在运行的系统：哪些警情走不下去，怎么办',
    en: 'examine a running system: which incidents do not go on, and what to do',
  },
} as const;

/** Registers `doctor`. */
export const doctorCommand: RegisterCommand = (program, lang) => {
  onRunningSystem(addVerb(program, lang, 'doctor', texts.about), lang, 'operator-token').action(
    async ({ url, data, json }: RunningSystemOptions) => {
      const { doctor } = await import('../doctor/doctor.ts');
      finish(await doctor({ url, data, json, lang }));
    },
  );
};
