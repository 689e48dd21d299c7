import type { AnchorRecord } from '../../contract/anchor-contract.ts';
import type { ChainEnd } from '../../contract/dossier-contract.ts';
import { anchorStatement } from '../../contract/anchor-statement.ts';
import { briefly } from '../../diagnostics/shown-text.ts';
import { Anchored } from '../../store/anchors/anchored.ts';
import { anchorLines } from '../../store/anchors/anchor-lines.ts';
import { readAsked } from '../read-asked.ts';
import { breakText } from './chain-flaws.ts';
import type { DossierFlaw } from './dossier-flaw.ts';
import { judgeSignature, type GivenKeys } from './given-keys.ts';

/** Where a log ended when a record was written. */
export interface AnchoredPoint {
  readonly head: ChainEnd;
  readonly record: number;
  readonly at: string;
}

/** A file of anchors, read as far as its chain holds. */
export interface ReadAnchors {
  readonly file: string;
  readonly last: ChainEnd;
  readonly at: string;
  /** The hashes of its records, the first one's first. */
  readonly hashes: readonly string[];
  readonly points: readonly AnchoredPoint[];
  readonly stamps: readonly AnchorRecord[];
  readonly flaws: readonly DossierFlaw[];
}

/** Reads a file of anchors; `headIn` says which head of a record is asked for. */
export async function readAnchors(
  file: string,
  keys: GivenKeys | undefined,
  headIn: (record: AnchorRecord) => ChainEnd | undefined,
): Promise<ReadAnchors> {
  await assertReadable(file);
  const anchored = new Anchored();
  const [points, hashes, stamps]: [AnchoredPoint[], string[], AnchorRecord[]] = [[], [], []];
  const flaws: DossierFlaw[] = [];
  let signed: AnchorRecord | undefined;
  for await (const { record } of anchorLines(file)) {
    if (record === undefined) continue;
    const broken = anchored.take(record);
    if (broken !== undefined) {
      const { zh, en } = breakText(broken);
      const name = briefly(file);
      const text = { zh: `锚定文件 ${name} ${zh}`, en: `the anchors ${name}: ${en}` };
      flaws.push({ what: 'anchor', seq: broken.seq, text });
      break;
    }
    signed = record;
    hashes.push(record.hash);
    const head = headIn(record);
    if (head !== undefined) points.push({ head, record: record.seq, at: record.at });
    if (record.data.kind === 'stamped') stamps.push(record);
  }
  if (signed !== undefined) flaws.push(...signatureFlaws(file, signed, keys));
  const { last, at } = anchored;
  return { file, last, at, hashes, points, stamps, flaws };
}

// One line says as much as a stream that fails in its middle.
async function assertReadable(file: string): Promise<void> {
  const { open } = await import('node:fs/promises');
  const handle = await open(file).catch(() => undefined);
  const isFile = (await handle?.stat())?.isFile() === true;
  await handle?.close();
  if (!isFile) await readAsked(file);
}

// The chain holds all before: the signature of its last record is that of every one.
function signatureFlaws(
  file: string,
  record: AnchorRecord,
  keys: GivenKeys | undefined,
): readonly DossierFlaw[] {
  if (keys === undefined) return [];
  const name = briefly(file);
  switch (judgeSignature(keys, record, anchorStatement(record))) {
    case 'fits':
      return [];
    case 'does-not-fit': {
      const text = {
        zh: `锚定文件 ${name} 第 ${record.seq} 条的签名不符：文件被改，或是伪造的`,
        en: `the signature of record ${record.seq} of the anchors ${name} does not fit: they were changed or forged`,
      };
      return [{ what: 'anchor', seq: record.seq, text }];
    }
    case 'other-key': {
      const text = {
        zh: `锚定文件 ${name} 由密钥 ${briefly(record.keyId)} 签名，它不在给出的公钥里`,
        en: `the anchors ${name} are signed by the key ${briefly(record.keyId)}, which is not among those given`,
      };
      return [{ what: 'anchor', seq: record.seq, text }];
    }
  }
}
