import type { EngineView } from '../../contract/engine-contract.ts';
import type { Language } from '../../diagnostics/language.ts';
import { countOf } from '../count-of.ts';

/** The findings of the doctor, in lines: what each is about, what is wrong, and what to do. */
export function doctorText(view: EngineView, lang: Language): string {
  const { engine, open, reports, sick, unknown } = view;
  const words = texts[lang];
  const lines = [
    ...(engine ? [] : [words.away]),
    ...sick.flatMap(({ incident, says, help, detail }) => [
      `✗ ${incident}  ${says[lang]}${detail === undefined ? '' : ` (${detail[lang]})`}`,
      `  ${help[lang]}`,
    ]),
    ...unknown.flatMap((id) => [`✗ ${id}  ${words.unknown}`, `  ${words.unknownHelp(id)}`]),
    ...reports.flatMap(({ report, error }) => [
      `✗ ${report}  ${words.waiting}${error === undefined ? '' : ` (${error})`}`,
      `  ${words.waitingHelp}`,
    ]),
  ];
  const count = sick.length + unknown.length + reports.length;
  const end = engine && count === 0 ? words.well(open) : words.ill(open, count);
  return `${[...lines, end].join('\n')}\n`;
}

const texts = {
  zh: {
    away: '✗ 流程引擎没有应答：看 Temporal 和 worker 是否在运行',
    unknown: '流程在运行，但数据库里没有它',
    unknownHelp: (id: string) =>
      `它的开头没有写进数据库，会自动再写；一分钟后还在，运行 jiechu repair ${id}`,
    waiting: '报警收到一分钟以上，还没有开始办理',
    waitingHelp: '系统会自动再试；看引擎是否在运行，按详情排除原因',
    well: (open: number) => `${open} 起未结警情，都在正常运行`,
    ill: (open: number, count: number) => `${open} 起未结警情，${count} 处有问题`,
  },
  en: {
    away: '✗ the engine does not answer: see whether Temporal and a worker run',
    unknown: 'a procedure runs that the store does not know',
    unknownHelp: (id: string) =>
      `its beginning was not written; that is tried again by itself; if it stays, run \`jiechu repair ${id}\``,
    waiting: 'the report came over a minute ago and is not being handled yet',
    waitingHelp: 'it is tried again by itself; see whether the engine runs, and mend what is said',
    well: (open: number) =>
      open === 1 ? '1 incident is open, and goes on' : `${open} incidents are open, and all go on`,
    ill: (open: number, count: number) =>
      `${countOf(open, 'open incident')}, ${countOf(count, 'fault')}`,
  },
} as const;
