import type { Dossier } from '../../contract/dossier-contract.ts';
import type { LogEntry } from '../../model/log-entry.ts';
import type { Text } from '../../model/text.ts';
import { chainStart } from '../../store/chained-hash.ts';
import { verifyChain, type ChainBreak } from '../../store/verify-chain.ts';
import { isEntry } from './dossier-entry.ts';
import type { DossierFlaw } from './dossier-flaw.ts';

/** The log of a dossier, as far as it can be read, and what is wrong with it. */
export interface CheckedLog {
  readonly entries: readonly LogEntry[];
  readonly flaws: readonly DossierFlaw[];
}

/** Holds the log of a dossier against itself and against the head that was signed: told is the first break alone. */
export function checkLog({ entries: all, head, release }: Dossier): CheckedLog {
  const entries = all.filter(isEntry);
  if (entries.length < all.length) {
    const seq = all.findIndex((entry) => !isEntry(entry)) + 1;
    const text = {
      zh: `第 ${seq} 条记录残缺，读不出来`,
      en: `entry ${seq} is no entry: a part of it is missing or another thing`,
    };
    return { entries, flaws: [{ what: 'entry', seq, text }] };
  }
  const broken = verifyChain(entries);
  if (broken) {
    return { entries, flaws: [{ what: 'entry', seq: broken.seq, text: breakText(broken) }] };
  }
  const last = entries.at(-1);
  if ((last?.seq ?? 0) !== head.seq || (last?.hash ?? chainStart) !== head.hash) {
    return { entries, flaws: [headFlaw(head.seq, last?.seq ?? 0)] };
  }
  return { entries, flaws: releaseFlaws(entries, release) };
}

const breakTexts = {
  missing: (seq: number): Text => ({
    zh: `第 ${seq} 条记录不在应在的位置：缺失、重复或顺序被改`,
    en: `entry ${seq} is not where it belongs: missing, doubled or moved`,
  }),
  altered: (seq: number): Text => ({
    zh: `第 ${seq} 条记录的内容被改：与它的哈希不符`,
    en: `entry ${seq} was altered: its content does not have its hash`,
  }),
  unlinked: (seq: number): Text => ({
    zh: `第 ${seq} 条记录没有接在前一条上：其中一条被换过`,
    en: `entry ${seq} does not point to the one before: one of the two was replaced`,
  }),
} as const;

/** Says what is wrong with the first entry of a chain that is not as it was written. */
export const breakText = ({ seq, what }: ChainBreak): Text => breakTexts[what](seq);

const headFlaw = (wanted: number, found: number): DossierFlaw => ({
  what: 'head',
  seq: wanted,
  text:
    wanted === found
      ? {
          zh: `第 ${wanted} 条记录不是签发时的那条：记录被整个改写`,
          en: `entry ${wanted} is not the one that was signed: the log was written anew`,
        }
      : {
          zh: `链尾应为第 ${wanted} 条，记录到第 ${found} 条为止：尾部被截去或添加`,
          en: `the chain should end at entry ${wanted}, but ends at ${found}: its end was cut off or added to`,
        },
});

function releaseFlaws(entries: readonly LogEntry[], release: string): readonly DossierFlaw[] {
  const begun = entries.find(({ data }) => data.kind === 'started');
  if (begun?.data.kind === 'started' && begun.data.release === release) return [];
  if (begun === undefined && entries.length === 0) return [];
  return [
    {
      what: 'release',
      id: release,
      text: {
        zh: '案卷写的标准版本不是记录开始时的版本',
        en: 'the release of the dossier is not the one that its log began under',
      },
    },
  ];
}
