import type { Text } from '../../model/text.ts';
import { writeMoment } from '../../model/write-moment.ts';
import type { PairMark } from '../../store/ports/pair.ts';
import type { ListingGaps } from '../../worker/pair/compare-listings.ts';
import { countOf } from '../count-of.ts';
import { spanText } from '../span-text.ts';

/** The marks of both sides, of which one is older than the other. */
export interface TwoMarks {
  readonly stored: PairMark;
  readonly found: PairMark;
}

/** Told where the database is an older copy than the histories. */
export const storeOlder = ({ stored, found }: TwoMarks): Text => {
  const gap = gapOf(stored, found);
  return {
    zh: `数据库比流程历史旧：数据库截至 ${moment(stored)}，历史截至 ${moment(found)}，${gap.zh}；请恢复最新的数据库备份（jiechu restore）${known(stored, found).zh}`,
    en: `the database is older than the histories: it is of ${moment(stored)}, they are of ${moment(found)}, ${gap.en}; restore the newest backup of the database (\`jiechu restore\`)${known(stored, found).en}`,
  };
};

/** Told where the histories are an older copy than the database. */
export const historiesOlder = ({ stored, found }: TwoMarks): Text => {
  const gap = gapOf(found, stored);
  return {
    zh: `流程历史比数据库旧：历史截至 ${moment(found)}，数据库截至 ${moment(stored)}，${gap.zh}；请恢复最新的历史备份，或用 jiechu restore 恢复一份完整备份${known(stored, found).zh}`,
    en: `the histories are older than the database: they are of ${moment(found)}, it is of ${moment(stored)}, ${gap.en}; restore their newest copy, or a whole backup with \`jiechu restore\`${known(stored, found).en}`,
  };
};

/** Told where the mark of the histories is gone, and procedures with it. */
export const historiesLack = (stored: PairMark, { lost, deleted }: ListingGaps): Text => ({
  zh: `流程历史不是这个数据库的，或被截去：没有数据库 ${moment(stored)} 的标记，缺 ${lost + deleted} 起未结警情的流程；请恢复最新的历史备份，或用 jiechu restore 恢复一份完整备份`,
  en: `the histories are not those of this database, or were cut: they lack its mark of ${moment(stored)} and the procedures of ${countOf(lost + deleted, 'open incident')}; restore their newest copy, or a whole backup with \`jiechu restore\``,
});

/** Told where both have the same mark, and the histories lack procedures that were begun since. */
export const historiesLost = (stored: PairMark, { lost }: ListingGaps): Text => ({
  zh: `流程历史比数据库旧：缺 ${moment(stored)} 以后开始的 ${lost} 起警情的流程；请恢复最新的历史备份，或用 jiechu restore 恢复一份完整备份${known(stored, stored).zh}`,
  en: `the histories are older than the database: they lack the procedures of ${countOf(lost, 'incident')} begun after ${moment(stored)}; restore their newest copy, or a whole backup with \`jiechu restore\`${known(stored, stored).en}`,
});

/** Told where both have the same mark, and the database lacks incidents that run. */
export const storeLacks = (stored: PairMark | undefined, { unknown }: ListingGaps): Text => {
  const since = stored && moment(stored);
  const way = stored && known(stored, stored);
  return {
    zh: `数据库比流程历史旧：有 ${unknown} 起警情的流程在运行，数据库里没有${since === undefined ? '' : `（数据库截至 ${since}）`}；请恢复最新的数据库备份（jiechu restore）${way?.zh ?? ''}`,
    en: `the database is older than the histories: it lacks ${countOf(unknown, 'running incident')}${since === undefined ? '' : ` (it is of ${since})`}; restore the newest backup of the database (\`jiechu restore\`)${way?.en ?? ''}`,
  };
};

/** Told where both sides are of different systems. */
export const strangers = (found: PairMark, stored: PairMark | undefined): Text => ({
  zh: `数据库和流程历史不是一套：历史属于另一个数据库（截至 ${moment(found)}，${found.incidents} 起警情）${stored ? `，数据库截至 ${moment(stored)}，${stored.incidents} 起警情` : '，数据库是新的'}；请把同一份备份的两部分一起恢复（jiechu restore）`,
  en: `the database and the histories do not belong together: the histories are those of another database (of ${moment(found)}, with ${countOf(found.incidents, 'incident')}), ${stored ? `and the database, of ${moment(stored)}, has ${countOf(stored.incidents, 'incident')}` : 'and the database is new'}; restore both from one backup (\`jiechu restore\`)`,
});

/** Told where the mark of the histories was made with other keys. */
export const foreignMark = (stored: PairMark): Text => ({
  zh: `流程历史是另一套系统的，或缺少做标记的编码密钥（数据库截至 ${moment(stored)}，${stored.incidents} 起警情）；请放回这个数据库的历史和密钥，或用 jiechu restore 恢复一份完整备份${known(stored, { generation: 0 }).zh}`,
  en: `the histories are those of another system, or the codec key that marked them is missing (the database is of ${moment(stored)}, with ${countOf(stored.incidents, 'incident')}); put the histories and keys of this database back, or restore a whole backup with \`jiechu restore\`${known(stored, { generation: 0 }).en}`,
});

/** Told of incidents whose procedure somebody deleted. */
export const proceduresDeleted = ({ deleted, lost }: ListingGaps): Text => ({
  zh: `${deleted + lost} 起未结警情没有流程在运行：运行 jiechu doctor 查看，用 jiechu repair 恢复`,
  en: `${countOf(deleted + lost, 'open incident')} have no procedure: see \`jiechu doctor\`, and restore them with \`jiechu repair\``,
});

// In UTC as the anchors and logs have it.
const moment = ({ at }: PairMark): string => writeMoment(at);

const gapOf = (older: PairMark, newer: PairMark): Text => {
  const [incidents, entries] = [
    Math.max(0, newer.incidents - older.incidents),
    Math.max(0, newer.entries - older.entries),
  ];
  const span = spanText(Math.max(0, newer.at - older.at));
  return {
    zh: `相差 ${span}、${incidents} 起警情、${entries} 条记录`,
    en: `${span}, ${countOf(incidents, 'incident')} and ${entries} entries apart`,
  };
};

const known = (stored: PairMark, found: Pick<PairMark, 'generation'>): Text => ({
  zh: `；没有备份就设 JIECHU_KNOWN_MISFIT=${knownMisfit(stored, found)} 启动，再按 jiechu doctor 用 jiechu repair 逐起补齐`,
  en: `; where there is none, start with JIECHU_KNOWN_MISFIT=${knownMisfit(stored, found)} and mend each incident that \`jiechu doctor\` names with \`jiechu repair\``,
});

/** The name of a misfit that somebody has looked at. */
export const knownMisfit = (stored: PairMark, found: Pick<PairMark, 'generation'>): string =>
  `${stored.epoch.slice(0, 8)}-${stored.generation}-${found.generation}`;
