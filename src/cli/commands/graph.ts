import { Option } from 'commander';
import { addVerb, type VerbOptions } from '../add-verb.ts';
import { finish } from '../finish.ts';
import type { RegisterCommand } from '../register-command.ts';

/** Registers `graph`. */
export const graphCommand: RegisterCommand = (program, lang) => {
  const texts = {
    about: { zh: '画出一个标准', en: 'draw a standard' },
    standard: { zh: '标准或程序', en: 'a standard or procedure' },
    format: { zh: '输出格式', en: 'output format' },
  } as const;
  addVerb(program, lang, 'graph', texts.about)
    .argument('<standard>', texts.standard[lang])
    .addOption(
      new Option('--format <format>', texts.format[lang])
        .choices(['mermaid', 'xstate'])
        .default('mermaid'),
    )
    .action(async (standard: string, options: VerbOptions & { format: 'mermaid' | 'xstate' }) => {
      const { drawStandard } = await import('../graph/draw-standard.ts');
      const { root, json, format } = options;
      finish(await drawStandard({ standard, format, root, json, lang }));
    });
};
