import type { Language } from '../language/language.ts';

/** The texts of the page of the engine. */
export const engineWords = {
  zh: {
    away: '流程引擎没有应答：看 Temporal 和 worker 是否在运行',
    well: (open: number) => `${open} 起未结警情，都在正常运行`,
    ill: (open: number, problems: number) => `${open} 起未结警情，${problems} 处有问题`,
    report: (report: string) => `报警 ${report}`,
    reportWaits: (time: string) => `${time} 收到，还没有开始办理；系统会自动再试`,
    since: (time: string) => `${time} 发现`,
    doctor: '在服务器上运行 jiechu doctor，可逐起检查',
  },
  en: {
    away: 'The engine does not answer: see whether Temporal and a worker run',
    well: (open: number) => `Open incidents: ${open}. All of them go on`,
    ill: (open: number, problems: number) => `Open incidents: ${open}. Problems: ${problems}`,
    report: (report: string) => `Report ${report}`,
    reportWaits: (time: string) =>
      `Came at ${time} and is not being handled yet; it is tried again by itself`,
    since: (time: string) => `seen at ${time}`,
    doctor: 'Run jiechu doctor on the server to examine each of them',
  },
} as const satisfies Record<Language, object>;
