import { anchorStatement } from '../../contract/anchor-statement.ts';
import type { AnchorRecord } from '../../contract/anchor-contract.ts';
import type { Text } from '../../model/text.ts';
import { countOf } from '../count-of.ts';
import { readAsked } from '../read-asked.ts';
import type { ReadAnchors } from './anchored-points.ts';
import type { DossierFlaw } from './dossier-flaw.ts';
import { wrongFile } from './plain-json.ts';

/** The result of checking the time stamps of anchors. */
export interface CheckedStamps {
  /** Behind how much the anchors fit; nothing where there are no stamps. */
  readonly told: Text;
  readonly flaws: readonly DossierFlaw[];
}

/** Reads every time stamp of anchors, and whether its authority is the trusted one. */
export async function checkStamps(
  anchors: readonly ReadAnchors[],
  caFile: string | undefined,
): Promise<CheckedStamps> {
  const stamps = anchors.flatMap(({ stamps: each, hashes }) =>
    each.map((record) => ({ record, hashes })),
  );
  if (stamps.length === 0) return { told: { zh: '', en: '' }, flaws: [] };
  const { certificatesIn, readTimeStamp } = await import('../../api/anchors/time-stamp.ts');
  const trusted =
    caFile === undefined ? [] : trustedIn(caFile, await readAsked(caFile), certificatesIn);
  const flaws: DossierFlaw[] = [];
  let latest = '';
  for (const { record, hashes } of stamps) {
    try {
      const stamp = await readTimeStamp(tokenOf(record), stampedBy(record, hashes), trusted);
      if (caFile !== undefined && !stamp.isTrusted)
        throw new Error('its authority is not the trusted one');
      latest = stamp.time.toISOString();
    } catch (error) {
      flaws.push(flawOf(record, error instanceof Error ? error.message : String(error)));
    }
  }
  const count = stamps.length;
  const told =
    caFile === undefined
      ? {
          zh: `（${count} 个时间戳，签发机构未核对）`,
          en: ` (${countOf(count, 'time stamp')}, authority not checked)`,
        }
      : {
          zh: `（${count} 个时间戳，最近一个 ${latest}）`,
          en: ` (${countOf(count, 'time stamp')}, the last of ${latest})`,
        };
  return { told, flaws };
}

const tokenOf = ({ data }: AnchorRecord): Uint8Array =>
  Buffer.from(data.kind === 'stamped' ? data.token : '', 'base64');

// The stamp is over an earlier record of the same chain, not over what the record says of it.
function stampedBy({ data }: AnchorRecord, hashes: readonly string[]): string {
  const hash = data.kind === 'stamped' ? hashes[data.record.seq - 1] : undefined;
  if (hash === undefined) throw new Error('it is over a record that is not there');
  return anchorStatement({ hash });
}

const flawOf = ({ seq }: AnchorRecord, why: string): DossierFlaw => ({
  what: 'time-stamp',
  seq,
  text: {
    zh: `锚定文件第 ${seq} 条的时间戳不成立：${why}`,
    en: `the time stamp in record ${seq} of the anchors does not hold: ${why}`,
  },
});

function trustedIn<T>(file: string, pem: string, read: (pem: string) => T): T {
  try {
    return read(pem);
  } catch {
    throw wrongFile(file, { zh: '里没有证书', en: 'has no certificate in it' });
  }
}
