import type { Language } from '../../diagnostics/language.ts';
import { sampleAccounts } from '../system/sample-accounts.ts';

/** A system that has been started, as it is announced. */
export interface Announced {
  readonly address: string;
  readonly samplePassword: string;
  readonly seconds: string;
  readonly samples: boolean;
  /** The day that is played, and how fast it passes. */
  readonly demo?: { readonly speed: number };
}

/** The text for a person who started the system: where it is, as whom to sign in, what to look at. */
export function announcement(announced: Announced, lang: Language): string {
  const { address, samplePassword, seconds, samples, demo } = announced;
  const lines = {
    zh: [
      `接处已启动（${seconds} 秒）：${address}`,
      ...(samples ? ['', '演示账号（密码都是一样的）：', ...accounts('zh')] : []),
      ...(samples ? [`  密码：${samplePassword}`] : []),
      ...(demo ? ['', ...demoLines(demo.speed, 'zh')] : samples ? ['', played.zh] : []),
      '',
      '按 Ctrl-C 停止。',
    ],
    en: [
      `jiechu is up after ${seconds} s: ${address}`,
      ...(samples ? ['', 'Sample accounts (one password for all):', ...accounts('en')] : []),
      ...(samples ? [`  password: ${samplePassword}`] : []),
      ...(demo ? ['', ...demoLines(demo.speed, 'en')] : samples ? ['', played.en] : []),
      '',
      'Press Ctrl-C to stop.',
    ],
  };
  return `\n${lines[lang].join('\n')}\n`;
}

const played = {
  zh: '想看一个编造的工作日上演：npm start -- --demo',
  en: 'To watch an invented day being played: npm start -- --demo',
} as const;

const accounts = (lang: Language): readonly string[] =>
  sampleAccounts.map((account) => `  ${account.name.padEnd(16)} ${account[lang]}`);

const demoLines = (speed: number, lang: Language): readonly string[] =>
  ({
    zh: [
      `编造的一天正在上演，时钟快 ${speed} 倍：报警按时刻进来，民警按剧本办。人和事都是假的。`,
      '  先用 guan-beichuan（指挥中心值班长）登录看“时限”和“警情”：哪些超时，升级到了谁，办完了几件',
      '  再用 gao-shouzheng（敦化坊所领导）看“我的任务”：等您审批的',
      '  用 cao-anran（敦化坊民警）看一线的提示；您抢先办了，剧本里的民警就不再办',
    ],
    en: [
      `An invented day is being played, ${speed} times as fast: reports come in at their times, officers work by a script. Nobody in it is real.`,
      '  Sign in as guan-beichuan (command centre) and open Due and Incidents: what is late, whom it went up to, what is closed',
      '  as gao-shouzheng (leader at Dunhuafang), My prompts: what waits for your agreement',
      '  as cao-anran (officer at Dunhuafang), what the street sees; what you do first the script leaves alone',
    ],
  })[lang];
