import { InvalidArgumentError } from 'commander';
import type { Language } from '../../diagnostics/language.ts';
import { readTimeOfDay } from '../../model/read-time.ts';
import { timeFaultText } from '../../model/time-fault-text.ts';
import { addVerb, type VerbOptions } from '../add-verb.ts';
import type { RegisterCommand } from '../register-command.ts';

/** Registers `up`. */
export const upCommand: RegisterCommand = (program, lang) => {
  const texts = {
    about: { zh: '在本机运行整个系统', en: 'run the whole system on this machine' },
    data: {
      zh: '数据目录（默认 .jiechu，演示用 .jiechu/demo）',
      en: 'the folder that keeps the data (default .jiechu; of a demonstration .jiechu/demo)',
    },
    port: { zh: '网页端口', en: 'the port of the pages' },
    withSamples: {
      zh: '设了 DATABASE_URL 也装入演示用的单位和人员',
      en: 'with the sample units and people, also on the server that DATABASE_URL names',
    },
    samples: { zh: '不装演示用的单位和人员', en: 'without the sample units and people' },
    demo: {
      zh: '演示：一天的警情按时刻报来，剧本里的民警办理，一分钟过一小时；不另给 --data 就每次从头开始',
      en: 'demonstration: the reports of a day come in, scripted officers work, an hour passes in a minute; begins anew each time unless --data is given',
    },
    from: {
      zh: '演示时钟从几点开始（新的数据目录）',
      en: 'the time of day at which a new demonstration clock begins',
    },
    speed: {
      zh: '演示时钟快几倍（仅演示）',
      en: 'how many times faster the clock runs, for demonstrations',
    },
  } as const;
  addVerb(program, lang, 'up', texts.about)
    .option('--data <folder>', texts.data[lang])
    .option('--port <number>', texts.port[lang], portNumber, 7800)
    .option('--samples', texts.withSamples[lang])
    .option('--no-samples', texts.samples[lang])
    .option('--clock-speed <factor>', texts.speed[lang], positive)
    .option('--clock-from <hh:mm>', texts.from[lang], timeOfDay(lang))
    .option('--demo', texts.demo[lang])
    .action(async (options: UpOptions) => {
      const { up } = await import('../up/up.ts');
      await up({ ...options, lang });
    });
};

interface UpOptions extends VerbOptions {
  readonly data?: string;
  readonly port: number;
  readonly samples?: boolean;
  readonly clockSpeed?: number;
  readonly clockFrom?: number;
  readonly demo?: true;
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

const timeOfDay =
  (lang: Language) =>
  (text: string): number => {
    const { value, fault } = readTimeOfDay(text);
    if (fault) throw new InvalidArgumentError(timeFaultText(fault)[lang]);
    return value;
  };
