import type { ErasureView } from '../../contract/erasure-contract.ts';
import type { Language } from '../../diagnostics/language.ts';

/** Erasures in lines: what goes or went, by whom and why, and what is to be done next. */
export function erasureText(erasures: readonly ErasureView[], lang: Language): string {
  if (erasures.length === 0) return `${texts[lang].none}\n`;
  return erasures.map((erasure) => `${linesOf(erasure, lang).join('\n')}\n`).join('');
}

function linesOf(erasure: ErasureView, lang: Language): readonly string[] {
  const words = texts[lang];
  const { id, scope, reason, askedBy, agreedBy, doneAt, erased, backups = [] } = erasure;
  const what = words[scope.kind](scope.incident ?? scope.person ?? '', scope.fact ?? '');
  const asked = `${id}  ${what}  ${words.asked(askedBy.name[lang], reason)}`;
  if (agreedBy === undefined) return [asked, `  ${words.agree(id)}`];
  if (doneAt === undefined || erased === undefined) {
    return [asked, `  ${words.underWay(agreedBy.name[lang])}`];
  }
  const { incidents, values, reports, files } = erased;
  return [
    asked,
    `  ${words.done(agreedBy.name[lang], { incidents: incidents.length, values, reports, files })}`,
    `  ${words.backups(doneAt)}`,
    ...backups.map(({ made, folder }) => `    ${made}  ${folder}`),
  ];
}

interface Counts {
  readonly incidents: number;
  readonly values: number;
  readonly reports: number;
  readonly files: number;
}

const texts = {
  zh: {
    none: '没有删除申请',
    incident: (incident: string) => `警情 ${incident} 的全部个人信息`,
    fact: (incident: string, fact: string) => `警情 ${incident} 的 ${fact}`,
    person: (words: string) => (words === '' ? '提到某人的内容' : `提到“${words}”的内容`),
    asked: (who: string, reason: string) => `${who} 申请：${reason}`,
    agree: (id: string) => `还没有删：要另一个人运行 jiechu erase --agree ${id}`,
    underWay: (who: string) => `${who} 已同意，正在删；中断了会自动接着做`,
    done: (who: string, { incidents, values, reports, files }: Counts) =>
      `${who} 同意，已删：${incidents} 起警情中 ${values} 项信息、${reports} 条报警、${files} 个文件`,
    backups: (at: string) => `${at} 之前做的备份里仍有这些内容：请一并销毁，或恢复后再删一次`,
  },
  en: {
    none: 'nothing was asked to be erased',
    incident: (incident: string) => `all personal values of ${incident}`,
    fact: (incident: string, fact: string) => `${fact} of ${incident}`,
    person: (words: string) =>
      words === '' ? 'what a person stood in' : `everything in which "${words}" stands`,
    asked: (who: string, reason: string) => `asked for by ${who}: ${reason}`,
    agree: (id: string) => `nothing is erased yet: another person runs jiechu erase --agree ${id}`,
    underWay: (who: string) =>
      `${who} agreed; it is under way, and goes on where it is interrupted`,
    done: (who: string, { incidents, values, reports, files }: Counts) =>
      `${who} agreed; erased: in ${incidents} incidents ${values} values, ${reports} reports, ${files} files`,
    backups: (at: string) =>
      `backups made before ${at} still hold them: destroy these too, or erase again after a restore`,
  },
} as const;
