import type { Dossier } from '../../contract/dossier-contract.ts';
import type { Language } from '../../diagnostics/language.ts';
import { briefly } from '../../diagnostics/shown-text.ts';
import { countOf } from '../count-of.ts';
import type { Outcome } from '../outcome.ts';
import { anchorFlaws, ownAnchorFlaws } from './anchor-flaws.ts';
import { readAnchors, type ReadAnchors } from './anchored-points.ts';
import { isEntry } from './dossier-entry.ts';
import { dossierFlaws } from './dossier-flaws.ts';
import { checkFiles, type CheckedFiles } from './file-flaws.ts';
import { givenFiles } from './given-files.ts';
import { givenKeys, type GivenKeys } from './given-keys.ts';
import { readDossier } from './read-dossier.ts';
import { checkStamps } from './stamp-flaws.ts';
import { verdictOutcome } from './verdict-text.ts';

/** A request to verify: the keys, anchors and certificate to hold against a file. */
export interface VerifyRequest {
  /** Public keys, or files of them. */
  readonly key: readonly string[];
  /** Files of anchors. */
  readonly anchors: readonly string[];
  /** The certificate of a time-stamp authority. */
  readonly timestampCa: string | undefined;
  readonly json: true | undefined;
  readonly lang: Language;
}

interface DossierRequest extends VerifyRequest {
  readonly file: string;
  /** The folder of the files that belong to it. */
  readonly files: string | undefined;
}

/** Checks a dossier file without network, and says what in it is not as it was written. */
export async function verifyFile(request: DossierRequest): Promise<Outcome> {
  const { file, lang } = request;
  const asked = { lang, isJson: request.json === true };
  const keys = request.key.length === 0 ? undefined : await givenKeys(request.key);
  const read = await readDossier(file);
  if ('flaw' in read) {
    const told = { zh: '', en: '' };
    const verdict = { about: file, flaws: [read.flaw], hasKey: keys !== undefined, told, json: {} };
    return verdictOutcome(verdict, asked);
  }
  const { dossier } = read;
  const files = await filesOf(request, dossier);
  const anchors = await anchorsOf(request, dossier, keys);
  const stamps = await checkStamps(anchors, request.timestampCa);
  const own = dossierFlaws(dossier, keys);
  // A log that breaks in itself does not fit its anchors either.
  const isWhole = !own.some(({ what }) => what === 'entry' || what === 'head');
  const flaws = [
    ...own,
    ...(files?.flaws ?? []),
    ...anchors.flatMap((each) => each.flaws),
    ...stamps.flaws,
    ...(isWhole ? logFlaws(dossier, anchors) : []),
  ];
  const { incident, entries, receipts, personal, erasures, head, keyId } = dossier;
  const counts = { entries: entries.length, receipts: receipts.length, personal: personal.length };
  const erased = erasures.reduce((sum, { values }) => sum + values.length, 0);
  const shownErased = erasures.length > 0 && {
    zh: `${erased} 项已依规删除（${erasures.map(({ id }) => briefly(id)).join('、')}），`,
    en: `${erased} erased by two persons (${erasures.map(({ id }) => briefly(id)).join(', ')}), `,
  };
  const points = anchors.reduce((sum, each) => sum + each.points.length, 0);
  const shownFiles = files && {
    zh: `${files.named} 个文件中有 ${files.intact} 个在此且未变，`,
    en: `${files.intact} of ${countOf(files.named, 'file')} here and unchanged, `,
  };
  const shownAnchors = anchors.length > 0 && {
    zh: `与 ${points} 处锚定相符${stamps.told.zh}，`,
    en: `fits ${countOf(points, 'anchor')}${stamps.told.en}, `,
  };
  const signer = keys ? keyId : undefined;
  return verdictOutcome(
    {
      about: briefly(incident),
      flaws,
      hasKey: keys !== undefined,
      told: {
        zh: `${counts.entries} 条记录，${counts.receipts} 张回执，${counts.personal} 项个人信息，${shownErased ? shownErased.zh : ''}${shownFiles ? shownFiles.zh : ''}${shownAnchors ? shownAnchors.zh : ''}链尾 ${head.hash}${signer ? `，由 ${signer} 于 ${dossier.exported} 签名` : ''}`,
        en: `${countOf(counts.entries, 'entry').replace('entrys', 'entries')}, ${countOf(counts.receipts, 'receipt')}, ${countOf(counts.personal, 'personal value')}, ${shownErased ? shownErased.en : ''}${shownFiles ? shownFiles.en : ''}${shownAnchors ? shownAnchors.en : ''}head ${head.hash}${signer ? `, signed by ${signer} on ${dossier.exported}` : ''}`,
      },
      json: {
        incident,
        ...counts,
        ...(erasures.length > 0 && { erasures }),
        ...(files && { files: { named: files.named, intact: files.intact } }),
        ...(anchors.length > 0 && { anchors: points }),
        head,
        keyId,
        exported: dossier.exported,
      },
    },
    asked,
  );
}

function logFlaws(dossier: Dossier, anchors: readonly ReadAnchors[]) {
  const { exported, head, anchored } = dossier;
  const hashes = new Map(dossier.entries.filter(isEntry).map(({ seq, hash }) => [seq, hash]));
  const log = { exported, from: 1, head, anchored, hashAt: (seq: number) => hashes.get(seq) };
  return [...ownAnchorFlaws(log), ...anchors.flatMap((each) => anchorFlaws(log, each))];
}

async function anchorsOf(
  { anchors }: DossierRequest,
  { incident }: Dossier,
  keys: GivenKeys | undefined,
): Promise<readonly ReadAnchors[]> {
  const read: ReadAnchors[] = [];
  for (const file of anchors) {
    const anchored = await readAnchors(file, keys, ({ data }) =>
      data.kind === 'heads' && Object.hasOwn(data.incidents, incident)
        ? data.incidents[incident]
        : undefined,
    );
    read.push(anchored);
  }
  return read;
}

async function filesOf(
  { file, files, key, anchors }: DossierRequest,
  dossier: Dossier,
): Promise<CheckedFiles | undefined> {
  if (files === undefined) return undefined;
  // They may lie together.
  const given = await givenFiles(files, [file, ...key, ...anchors]);
  return checkFiles(dossier.entries.filter(isEntry), given);
}
