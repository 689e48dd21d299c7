import type { Dossier } from '../../contract/dossier-contract.ts';
import type { Language } from '../../diagnostics/language.ts';
import { countOf } from '../count-of.ts';
import type { Outcome } from '../outcome.ts';
import { readAsked } from '../read-asked.ts';
import { WrongUse } from '../wrong-use.ts';
import { dossierFlaws } from './dossier-flaws.ts';

interface VerifyRequest {
  readonly file: string;
  readonly key: string | undefined;
  readonly json: true | undefined;
  readonly lang: Language;
}

/** Checks a dossier file without network, and says what in it is not as it was written. */
export async function verifyFile({ file, key, json, lang }: VerifyRequest): Promise<Outcome> {
  const dossier = parseDossier(file, await readAsked(file));
  const flaws = dossierFlaws(dossier, key === undefined ? undefined : await readAsked(key));
  const { incident, entries, receipts, personal, head } = dossier;
  const counts = { entries: entries.length, receipts: receipts.length, personal: personal.length };
  if (json) {
    const told = flaws.map(({ text, ...flaw }) => ({ ...flaw, message: text[lang] }));
    const outcome = { incident, valid: flaws.length === 0, ...counts, head, flaws: told };
    return {
      text: `${JSON.stringify(outcome, undefined, 2)}\n`,
      status: flaws.length === 0 ? 0 : 1,
    };
  }
  const fine = {
    zh: `${incident}：完好。${counts.entries} 条记录，${counts.receipts} 张回执，${counts.personal} 项个人信息，链尾 ${head.hash}\n`,
    en: `${incident}: intact. ${countOf(counts.entries, 'entry').replace('entrys', 'entries')}, ${countOf(counts.receipts, 'receipt')}, ${countOf(counts.personal, 'personal value')}, head ${head.hash}\n`,
  };
  if (flaws.length === 0) return { text: fine[lang], status: 0 };
  return { text: flaws.map(({ text }) => `${incident}: ${text[lang]}\n`).join(''), status: 1 };
}

function parseDossier(file: string, text: string): Dossier {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw notDossier(file);
  }
  const dossier = value as Dossier;
  const isDossier =
    typeof value === 'object' &&
    value !== null &&
    dossier.format === 'jiechu-dossier-1' &&
    [dossier.entries, dossier.receipts, dossier.personal].every(Array.isArray) &&
    typeof dossier.head?.hash === 'string' &&
    typeof dossier.key?.publicKey === 'string';
  if (!isDossier) throw notDossier(file);
  return dossier;
}

const notDossier = (file: string) =>
  new WrongUse({ zh: `${file} 不是导出的案卷`, en: `${file} is no exported dossier` });
