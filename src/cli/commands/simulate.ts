import { addVerb, type VerbOptions } from '../add-verb.ts';
import { finish } from '../finish.ts';
import type { RegisterCommand } from '../register-command.ts';

/** Registers `simulate`. */
export const simulateCommand: RegisterCommand = (program, lang) => {
  const texts = {
    about: {
      zh: '用虚拟时钟走一遍标准：提示、时限、反馈，按时间列出',
      en: 'run a standard on a virtual clock: prompts, deadlines and feedbacks as a timeline',
    },
    standard: { zh: '标准或程序', en: 'a standard or procedure' },
    story: {
      zh: '按这个情景文件走；没有就逐步马上办',
      en: 'run this scenario file; without one every prompt is answered at once',
    },
    late: {
      zh: '每一步都等到逾期、升级完再办',
      en: 'answer nothing before it is late and has been passed up',
    },
  } as const;
  addVerb(program, lang, 'simulate', texts.about)
    .argument('<standard>', texts.standard[lang])
    .option('--story <file>', texts.story[lang])
    .option('--late', texts.late[lang])
    .action(async (standard: string, options: VerbOptions & { story?: string; late?: true }) => {
      const { simulateStandard } = await import('../simulate/simulate-standard.ts');
      const { root, json, story, late = false } = options;
      finish(await simulateStandard({ standard, story, late, root, json, lang }));
    });
};
