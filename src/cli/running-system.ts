import type { Command } from 'commander';
import type { Language } from '../diagnostics/language.ts';
import type { VerbOptions } from './add-verb.ts';

/** The options of a verb that asks a running system. */
export interface RunningSystemOptions extends VerbOptions {
  readonly url: string;
  readonly data: string;
}

/** The reason why such a verb needs the data folder of the system. */
type Wanted = 'operator-token' | 'sample-password' | 'itself';

/** Adds the options by which a verb finds a running system: its address, and its data folder. */
export function onRunningSystem(command: Command, lang: Language, wanted: Wanted): Command {
  return command
    .option('--url <url>', texts.url[lang], 'http://127.0.0.1:7800')
    .option('--data <folder>', texts[wanted][lang], '.jiechu');
}

const texts = {
  url: { zh: '系统的地址', en: 'where the system listens' },
  'operator-token': {
    zh: '系统的数据目录，运维令牌在里面（没有 JIECHU_OPERATOR_TOKEN 时）',
    en: 'the data folder of the system, which holds the operator token (without JIECHU_OPERATOR_TOKEN)',
  },
  'sample-password': {
    zh: '系统的数据目录，演示密码在里面',
    en: 'the data folder of the system, which holds the sample password',
  },
  itself: { zh: '系统的数据目录', en: 'the data folder of the system' },
} as const;
