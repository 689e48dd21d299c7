import type { AnchoredEnd, ChainEnd } from '../../contract/dossier-contract.ts';
import { briefly } from '../../diagnostics/shown-text.ts';
import { readMoment } from '../../model/read-time.ts';
import type { Text } from '../../model/text.ts';
import type { AnchoredPoint, ReadAnchors } from './anchored-points.ts';
import type { DossierFlaw } from './dossier-flaw.ts';

/** A log as it was exported: what its anchors are held against. */
export interface ExportedLog {
  readonly exported: string;
  /** The number of the first entry that was exported. */
  readonly from: number;
  readonly head: ChainEnd;
  hashAt(seq: number): string | undefined;
  /** The end of its anchors, as the exporting system knew it. */
  readonly anchored?: AnchoredEnd | undefined;
}

/** Holds a log against the head that the exporting system had anchored itself. */
export function ownAnchorFlaws({ anchored, ...log }: ExportedLog): readonly DossierFlaw[] {
  const head = anchored?.head;
  if (head === undefined || fits(head, log)) return [];
  return [flawAt(head, log, { zh: '导出前', en: 'before the export' })];
}

/** Holds a log against anchors from outside: told is the first point that it does not have. */
export function anchorFlaws(log: ExportedLog, anchors: ReadAnchors): readonly DossierFlaw[] {
  const { anchored } = log;
  // Each API has anchors of its own: those of another are held against the log by their times alone.
  const own = anchored?.chain === anchors.hashes[0] ? anchored?.record : undefined;
  const exported = readMoment(log.exported).value ?? -Infinity;
  const isBefore = ({ record, at }: AnchoredPoint): boolean =>
    own === undefined ? (readMoment(at).value ?? Infinity) <= exported : record <= own.seq;
  const wrong = anchors.points.find(
    (point) => !fits(point.head, log) && (point.head.seq <= log.head.seq || isBefore(point)),
  );
  if (wrong !== undefined) return [flawAt(wrong.head, log, { zh: `${wrong.at} `, en: wrong.at })];
  return own === undefined || own.seq <= anchors.last.seq ? [] : [cutAnchors(anchors, own)];
}

const fits = (
  { seq, hash }: ChainEnd,
  { from, head, hashAt }: Pick<ExportedLog, 'from' | 'head' | 'hashAt'>,
) => seq < from || (seq <= head.seq && hashAt(seq) === hash);

const flawAt = (
  { seq }: ChainEnd,
  { head }: Pick<ExportedLog, 'head'>,
  when: Text,
): DossierFlaw => ({
  what: 'anchor',
  seq,
  text:
    seq > head.seq
      ? {
          zh: `${briefly(when.zh)}已锚定到第 ${seq} 条记录，这里只到第 ${head.seq} 条：尾部被截去`,
          en: `entry ${seq} was anchored ${briefly(when.en)}, but the log ends at ${head.seq}: its end was cut off`,
        }
      : {
          zh: `第 ${seq} 条记录不是${briefly(when.zh)}锚定的那条：记录被改写`,
          en: `entry ${seq} is not the one that was anchored ${briefly(when.en)}: the log was written anew`,
        },
});

const cutAnchors = ({ file, last }: ReadAnchors, { seq }: ChainEnd): DossierFlaw => ({
  what: 'anchor',
  seq,
  text: {
    zh: `导出时锚定文件已有 ${seq} 条，${briefly(file)} 只有 ${last.seq} 条：是旧的一份，或被截去`,
    en: `the anchors had ${seq} records at the export, ${briefly(file)} has ${last.seq}: it is an old copy or was cut`,
  },
});
