import { InvalidArgumentError } from 'commander';
import { addVerb, type VerbOptions } from '../add-verb.ts';
import type { RegisterCommand } from '../register-command.ts';

/** Registers `up`. */
export const upCommand: RegisterCommand = (program, lang) => {
  const texts = {
    about: { zh: '在本机运行整个系统', en: 'run the whole system on this machine' },
    data: { zh: '数据目录', en: 'the folder that keeps the data' },
    port: { zh: '网页端口', en: 'the port of the pages' },
    samples: { zh: '不装演示用的单位和人员', en: 'without the sample units and people' },
    speed: {
      zh: '演示时钟快几倍（仅演示）',
      en: 'how many times faster the clock runs, for demonstrations',
    },
  } as const;
  addVerb(program, lang, 'up', texts.about)
    .option('--data <folder>', texts.data[lang], '.jiechu')
    .option('--port <number>', texts.port[lang], portNumber, 7800)
    .option('--no-samples', texts.samples[lang])
    .option('--clock-speed <factor>', texts.speed[lang], positive, 1)
    .action(async (options: UpOptions) => {
      const { up } = await import('../up/up.ts');
      await up({ ...options, lang });
    });
};

interface UpOptions extends VerbOptions {
  readonly data: string;
  readonly port: number;
  readonly samples: boolean;
  readonly clockSpeed: number;
}

const portNumber = (text: string): number => {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new InvalidArgumentError('a port is a number from 0 to 65535');
  }
  return port;
};

const positive = (text: string): number => {
  const factor = Number(text);
  if (!(factor > 0 && factor <= 100_000))
    throw new InvalidArgumentError('a factor is a number above 0');
  return factor;
};
