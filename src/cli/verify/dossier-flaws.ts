import type { Dossier } from '../../contract/dossier-contract.ts';
import { dossierStatement, type DossierPart } from '../../contract/dossier-statement.ts';
import { briefly } from '../../diagnostics/shown-text.ts';
import type { Text } from '../../model/text.ts';
import { partSum } from '../../store/part-sum.ts';
import { checkLog } from './chain-flaws.ts';
import type { DossierFlaw } from './dossier-flaw.ts';
import { listedFileFlaws } from './file-flaws.ts';
import { judgeSignature, type GivenKeys } from './given-keys.ts';
import { missingFlaws, personalFlaws } from './personal-flaws.ts';
import { receiptFlaws } from './receipt-flaws.ts';

/** All that is wrong with a dossier, by itself and by the keys that the caller trusts; without any, no signature is judged. */
export function dossierFlaws(
  dossier: Dossier,
  keys: GivenKeys | undefined,
): readonly DossierFlaw[] {
  const log = checkLog(dossier);
  const flaws = [
    ...log.flaws,
    // Of a log that breaks nothing else can be told for certain.
    ...(log.flaws.some(({ what }) => what === 'entry')
      ? []
      : [
          ...receiptFlaws(dossier, log.entries, keys),
          ...personalFlaws(dossier, log.entries),
          ...missingFlaws(dossier, log.entries),
          ...listedFileFlaws(dossier, log.entries),
        ]),
  ];
  const sums = sumFlaws(dossier, flaws);
  return [...sealFlaws(dossier, keys), ...flaws, ...sums];
}

function sealFlaws(dossier: Dossier, keys: GivenKeys | undefined): readonly DossierFlaw[] {
  if (keys === undefined) return [];
  const { keyId } = dossier;
  const flaw = (text: Text): readonly DossierFlaw[] => [{ what: 'key', id: keyId, text }];
  if (keys.named.has(keyId) && !keyId.startsWith('api/')) {
    return flaw({
      zh: `案卷由密钥 ${briefly(keyId)} 签名，只有 api 的密钥可以签发案卷`,
      en: `the dossier is signed by the key ${briefly(keyId)}: only a key of the api may sign one`,
    });
  }
  switch (judgeSignature(keys, dossier, dossierStatement(dossier))) {
    case 'fits':
      return [];
    case 'does-not-fit':
      return flaw({
        zh: '案卷的签名不符：警情编号、链尾、数目、标准版本、导出时间或导出人被改，或整个是伪造的',
        en: 'the signature of the dossier does not fit: its incident, head, counts, release, time or exporter was changed, or all of it is forged',
      });
    case 'other-key':
      return flaw({
        zh: `案卷由密钥 ${briefly(keyId)} 签名，它不在给出的公钥里`,
        en: `the dossier is signed by the key ${briefly(keyId)}, which is not among those given`,
      });
  }
}

const kinds: Readonly<Record<DossierPart, { readonly what: DossierFlaw['what'] } & Text>> = {
  entries: { what: 'entry', zh: '条记录', en: 'entries' },
  receipts: { what: 'receipt', zh: '张回执', en: 'receipts' },
  files: { what: 'file', zh: '个文件', en: 'files' },
  personal: { what: 'personal', zh: '项个人信息', en: 'personal values' },
  erasures: { what: 'erasure', zh: '次删除', en: 'erasures' },
};

// Where a part's own flaw says what was changed, that its sum is another only follows from it.
function sumFlaws(dossier: Dossier, flaws: readonly DossierFlaw[]): readonly DossierFlaw[] {
  const told: ReadonlySet<DossierFlaw['what']> = new Set(
    flaws.map(({ what }) => (what === 'head' ? 'entry' : what)),
  );
  return (Object.keys(kinds) as DossierPart[]).flatMap((part): DossierFlaw[] => {
    const { what, zh, en } = kinds[part];
    const [signed, found] = [dossier.sums[part], partSum(dossier[part])];
    if (told.has(what)) return [];
    if (signed.count === found.count && signed.sha256 === found.sha256) return [];
    const text =
      signed.count === found.count
        ? {
            zh: `${found.count} ${zh}不是导出时的那些：有的被改或换了位置`,
            en: `the ${found.count} ${en} are not those that were exported: one was changed or moved`,
          }
        : {
            zh: `导出时有 ${signed.count} ${zh}，这里有 ${found.count}`,
            en: `${signed.count} ${en} were exported, ${found.count} are here`,
          };
    return [{ what, text }];
  });
}
