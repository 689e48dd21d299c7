import type { Text } from '../../model/text.ts';

/** Something that keeps an open incident from going on as it should. */
export interface Sickness {
  readonly incident: string;
  readonly what: SicknessKind;
  /** Wall time at which it was first seen. */
  readonly since: number;
  /** For engineers; in the words of what failed where these are not ours. */
  readonly detail?: Text;
}

export type SicknessKind =
  | 'task-fails'
  | 'not-running'
  | 'behind'
  | 'store-refuses'
  | 'store-behind'
  | 'forked'
  | 'effect-fails';

/** The meaning of each kind. `help` says what to do about it, with the id of the incident. */
export const sicknessTexts: Readonly<
  Record<SicknessKind, { readonly says: Text; readonly help: (incident: string) => Text }>
> = {
  'task-fails': {
    says: {
      zh: '引擎无法接着执行这起警情的流程',
      en: 'the engine cannot go on with this procedure',
    },
    help: (incident) => ({
      zh: `运行 jiechu repair ${incident}，按日志重新开始流程`,
      en: `run \`jiechu repair ${incident}\`: the procedure begins again from its log`,
    }),
  },
  'not-running': {
    says: { zh: '警情未结，但没有流程在运行', en: 'the incident is open, but no procedure runs' },
    help: (incident) => ({
      zh: `运行 jiechu repair ${incident}，按日志重新开始流程`,
      en: `run \`jiechu repair ${incident}\`: the procedure begins again from its log`,
    }),
  },
  behind: {
    says: {
      zh: '时限已过一分钟以上，却没有记超时',
      en: 'a limit passed over a minute ago unmarked',
    },
    help: (incident) => ({
      zh: `看流程引擎是否在运行、是否过载；仍不恢复就运行 jiechu repair ${incident}`,
      en: `see whether a worker runs and keeps up; if it stays so, run \`jiechu repair ${incident}\``,
    }),
  },
  'store-refuses': {
    says: { zh: '数据库不收这起警情的日志', en: 'the store does not take the entries of its log' },
    help: (incident) => ({
      zh: `看数据库是否可用；若说日志不相接，运行 jiechu repair ${incident}`,
      en: `see whether the database works; where it says unlinked, run \`jiechu repair ${incident}\``,
    }),
  },
  'store-behind': {
    says: {
      zh: '数据库缺少这起警情已经写过的日志',
      en: 'the store lacks entries of its log that it had',
    },
    help: (incident) => ({
      zh: `恢复最新的数据库备份，或运行 jiechu repair ${incident}，按流程历史补齐`,
      en: `restore the newest backup of the database, or run \`jiechu repair ${incident}\`: it is brought up from the histories`,
    }),
  },
  forked: {
    says: {
      zh: '流程的日志与数据库的日志不一致',
      en: 'the log of the procedure is another than that in the store',
    },
    help: (incident) => ({
      zh: `运行 jiechu repair ${incident}，以数据库的日志为准重新开始流程`,
      en: `run \`jiechu repair ${incident}\`: the procedure begins again from the log in the store`,
    }),
  },
  'effect-fails': {
    says: {
      zh: '有一项后续办理（启动、增派或换标准）一直没有做成',
      en: 'something that follows (a start, another unit, a change of standard) keeps failing',
    },
    help: () => ({
      zh: '按详情排除原因；系统会自动重试',
      en: 'mend what the detail says; it is tried again by itself',
    }),
  },
};

/** True where nobody can count on the limits of the incident. */
export const isUnwatched = ({ what }: Pick<Sickness, 'what'>): boolean =>
  what !== 'effect-fails' && what !== 'store-refuses';
