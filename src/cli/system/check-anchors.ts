import { anchorMisfits, type AnchorMisfit } from '../../store/anchors/anchor-misfits.ts';
import type { AnchorFile } from '../../store/anchors/anchor-file.ts';
import type { Store } from '../../store/store.ts';
import { WrongUse } from '../wrong-use.ts';

/** Refuses anchors that were changed, and a store that lacks what was anchored of it or has another thing in its place. */
export const checkAnchors = async (
  store: Store,
  { path, anchored }: Pick<AnchorFile, 'path' | 'anchored'>,
): Promise<void> => {
  if (anchored.broken !== undefined) {
    const { seq } = anchored.broken;
    throw new WrongUse({
      zh: `锚定文件 ${path} 第 ${seq} 条起被改过或缺失：从备份恢复它，或留作证据并用 JIECHU_ANCHORS 另起一个`,
      en: `the anchors ${path} were changed or cut at record ${seq}: restore them from a backup, or keep them as evidence and begin others with JIECHU_ANCHORS`,
    });
  }
  const misfits = await anchorMisfits(store, anchored);
  const [first] = misfits;
  if (first !== undefined) throw misfitting(first, misfits, { path, at: anchored.at });
};

const misfitting = (
  { incident, anchored, last }: AnchorMisfit,
  misfits: readonly AnchorMisfit[],
  { path, at }: { readonly path: string; readonly at: string },
): WrongUse => {
  const log = {
    zh: incident === undefined ? '接口日志' : `警情 ${incident}`,
    en: incident === undefined ? 'the log of the API' : `incident ${incident}`,
  };
  const count = misfits.length;
  const entries = misfits.reduce(
    (sum, each) => sum + Math.max(0, each.anchored.seq - each.last),
    0,
  );
  const lacking = {
    zh: entries > 0 ? `，缺 ${entries} 条` : '',
    en: entries > 0 ? `, entries missing: ${entries}` : '',
  };
  const more = {
    zh: count > 1 ? `（共 ${count} 处${lacking.zh}）` : '',
    en: count > 1 ? ` (${count} logs in all${lacking.en})` : '',
  };
  const todo = {
    zh: `请恢复最新的备份（jiechu restore），或用 jiechu repair 按流程历史补齐；确实只有这些，就把 ${path} 留作证据，用 JIECHU_ANCHORS 另起一个`,
    en: `restore the newest backup (\`jiechu restore\`), or bring it up from the histories with \`jiechu repair\`; where there is none, keep ${path} as evidence and begin others with JIECHU_ANCHORS`,
  };
  if (last < anchored.seq) {
    return new WrongUse({
      zh: `数据库比锚定（${at}）旧或被截去：${log.zh}应有第 ${anchored.seq} 条记录，只有 ${last} 条${more.zh}；${todo.zh}`,
      en: `the database is older than its anchors of ${at}, or was cut: ${log.en} should have entry ${anchored.seq} and has ${last}${more.en}; ${todo.en}`,
    });
  }
  return new WrongUse({
    zh: `数据库与锚定（${at}）不符：${log.zh}第 ${anchored.seq} 条记录被改写${more.zh}；${todo.zh}`,
    en: `the database is not what was anchored by ${at}: entry ${anchored.seq} of ${log.en} was written anew${more.en}; ${todo.en}`,
  });
};
