import type { ApiLogPage } from '../../contract/api-log-contract.ts';
import { apiLogStatement } from '../../contract/api-log-statement.ts';
import { briefly } from '../../diagnostics/shown-text.ts';
import type { Text } from '../../model/text.ts';
import { chainStart } from '../../store/chained-hash.ts';
import { partSum } from '../../store/part-sum.ts';
import { verifyChain } from '../../store/verify-chain.ts';
import { breakText } from './chain-flaws.ts';
import type { DossierFlaw } from './dossier-flaw.ts';
import { judgeSignature, type GivenKeys } from './given-keys.ts';

/** All that is wrong with pages of the API's log that follow one another. */
export function apiLogFlaws(
  pages: readonly ApiLogPage[],
  keys: GivenKeys | undefined,
): readonly DossierFlaw[] {
  const flaws = pages.flatMap((page) => [...sealFlaws(page, keys), ...sumFlaws(page)]);
  const [first] = pages;
  if (first === undefined) return flaws;
  const entries = pages.flatMap((page) => page.entries);
  // A page that begins later rests on its signature: what it goes on from is not in it.
  const before = {
    seq: first.from - 1,
    hash: first.from === 1 ? chainStart : (entries[0]?.previous ?? chainStart),
  };
  const broken = verifyChain(entries, before);
  if (broken) {
    return [
      ...flaws.filter(({ what }) => what === 'key'),
      { what: 'entry', seq: broken.seq, text: breakText(broken) },
    ];
  }
  return [...flaws, ...pages.flatMap(endFlaws)];
}

function sealFlaws(page: ApiLogPage, keys: GivenKeys | undefined): readonly DossierFlaw[] {
  if (keys === undefined) return [];
  const flaw = (text: Text): readonly DossierFlaw[] => [{ what: 'key', id: page.keyId, text }];
  const pageName = `${page.from}–`;
  if (keys.named.has(page.keyId) && !page.keyId.startsWith('api/')) {
    return flaw({
      zh: `由密钥 ${briefly(page.keyId)} 签名，只有 api 的密钥可以签发日志`,
      en: `it is signed by the key ${briefly(page.keyId)}: only a key of the api may sign it`,
    });
  }
  switch (judgeSignature(keys, page, apiLogStatement(page))) {
    case 'fits':
      return [];
    case 'does-not-fit':
      return flaw({
        zh: `从第 ${pageName} 条起的一页签名不符：链尾、数目、时间或导出人被改，或整个是伪造的`,
        en: `the signature of the page from entry ${page.from} does not fit: its head, count, time or exporter was changed, or all of it is forged`,
      });
    case 'other-key':
      return flaw({
        zh: `由密钥 ${briefly(page.keyId)} 签名，它不在给出的公钥里`,
        en: `it is signed by the key ${briefly(page.keyId)}, which is not among those given`,
      });
  }
}

function sumFlaws({ entries, from, sum }: ApiLogPage): readonly DossierFlaw[] {
  const found = partSum(entries);
  if (found.count === sum.count && found.sha256 === sum.sha256) return [];
  const text = {
    zh: `从第 ${from} 条起的一页导出时有 ${sum.count} 条，这里有 ${found.count} 条，或有的被改`,
    en: `the page from entry ${from} had ${sum.count} entries at its export and has ${found.count}, or one was changed`,
  };
  return [{ what: 'entry', seq: from, text }];
}

// The last page of a log ends at its head.
function endFlaws({ entries, head, next }: ApiLogPage): readonly DossierFlaw[] {
  const last = entries.at(-1);
  if (next !== undefined || last === undefined) return [];
  if (last.seq === head.seq && last.hash === head.hash) return [];
  const text = {
    zh: `日志应到第 ${head.seq} 条，这里到第 ${last.seq} 条为止：尾部被截去或添加`,
    en: `the log should end at entry ${head.seq}, but ends at ${last.seq}: its end was cut off or added to`,
  };
  return [{ what: 'head', seq: head.seq, text }];
}
