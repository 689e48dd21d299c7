import type { Dossier } from '../../contract/dossier-contract.ts';
import { briefly } from '../../diagnostics/shown-text.ts';
import { sha256Hex } from '../../machine/sha256-hex.ts';
import { canonicalJson } from '../../model/canonical-json.ts';
import type { LogData, LogEntry } from '../../model/log-entry.ts';
import type { DossierFlaw } from './dossier-flaw.ts';

/** Each personal value against the commitment that the log has of it. One that was erased before the export is no flaw. */
export function personalFlaws(
  { personal }: Pick<Dossier, 'personal'>,
  entries: readonly LogEntry[],
): readonly DossierFlaw[] {
  const committed = new Map(
    entries.flatMap(({ seq, data }) =>
      committedIn(data).map(([fact, commitment]) => [commitment, { seq, fact }] as const),
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

// Answers commit to personal values, and so does what is offered to a second person.
function committedIn(data: LogData): readonly (readonly [fact: string, commitment: string])[] {
  if (data.kind === 'step') return Object.entries(data.row.pending?.commitments ?? {});
  return data.kind === 'fact' && data.commitment !== undefined
    ? [[data.fact, data.commitment]]
    : [];
}
