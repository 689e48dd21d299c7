import type { Dossier } from '../../contract/dossier-contract.ts';
import { briefly } from '../../diagnostics/shown-text.ts';
import { sha256Hex } from '../../machine/sha256-hex.ts';
import { canonicalJson } from '../../model/canonical-json.ts';
import { commitmentsIn } from '../../model/commitments-in.ts';
import type { LogEntry } from '../../model/log-entry.ts';
import type { DossierFlaw } from './dossier-flaw.ts';

/** Each value and all words against the commitment that the log has of them. What was erased before the export is no flaw. */
export function personalFlaws(
  { personal }: Pick<Dossier, 'personal'>,
  entries: readonly LogEntry[],
): readonly DossierFlaw[] {
  const committed = new Map(
    entries.flatMap(({ seq, data }) =>
      commitmentsIn(data).map(({ fact, commitment }) => [commitment, { seq, fact }] as const),
    ),
  );
  return personal.flatMap(({ commitment, salt, fact, value }): DossierFlaw[] => {
    const at = committed.get(commitment);
    const name = briefly(fact);
    if (at?.fact !== fact) {
      const text = {
        zh: `记录里没有 ${name} 的这项承诺`,
        en: `no entry commits to this value of ${name}`,
      };
      return [{ what: 'personal', id: fact, text }];
    }
    // As the interpreter makes it: SHA-256 over the fact's own salt and the value.
    if (sha256Hex(`${salt}:${canonicalJson(value)}`) === commitment) return [];
    const text = {
      zh: `${name} 的值与第 ${at.seq} 条记录的承诺不符`,
      en: `the value of ${name} is not what entry ${at.seq} commits to`,
    };
    return [{ what: 'personal', seq: at.seq, id: fact, text }];
  });
}

/** A value that the log commits to and that is gone has to have been erased by somebody who is named. */
export function missingFlaws(
  { personal, erasures }: Pick<Dossier, 'personal' | 'erasures'>,
  entries: readonly LogEntry[],
): readonly DossierFlaw[] {
  const known = new Set([
    ...personal.map(({ commitment }) => commitment),
    ...erasures.flatMap(({ values }) => values.map(({ commitment }) => commitment)),
  ]);
  const missing = new Map<string, DossierFlaw>();
  for (const { seq, data } of entries) {
    for (const { fact, commitment } of commitmentsIn(data)) {
      if (known.has(commitment) || missing.has(commitment)) continue;
      const name = briefly(fact);
      const text = {
        zh: `第 ${seq} 条记录承诺的 ${name} 不在案卷里，也没有删除它的记录：被拿掉了`,
        en: `the ${name} that entry ${seq} commits to is not here, and nobody is said to have erased it: it was taken out`,
      };
      missing.set(commitment, { what: 'personal', seq, id: fact, text });
    }
  }
  return [...missing.values()];
}
