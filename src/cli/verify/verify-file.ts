import type { Dossier } from '../../contract/dossier-contract.ts';
import type { Language } from '../../diagnostics/language.ts';
import { countOf } from '../count-of.ts';
import type { Outcome } from '../outcome.ts';
import { readAsked } from '../read-asked.ts';
import { WrongUse } from '../wrong-use.ts';
import { dossierFlaws, isEntry } from './dossier-flaws.ts';
import { checkFiles, type CheckedFiles } from './file-flaws.ts';
import { givenFiles } from './given-files.ts';

interface VerifyRequest {
  readonly file: string;
  readonly key: string | undefined;
  /** The folder of the files that belong to it. */
  readonly files: string | undefined;
  readonly json: true | undefined;
  readonly lang: Language;
}

/** Checks a dossier file without network, and says what in it is not as it was written. */
export async function verifyFile(request: VerifyRequest): Promise<Outcome> {
  const { file, key, json, lang } = request;
  const dossier = parseDossier(file, await readAsked(file));
  const trustedKey = key === undefined ? undefined : await readAsked(key);
  const files = await filesOf(request, dossier);
  const flaws = [...dossierFlaws(dossier, trustedKey), ...(files?.flaws ?? [])];
  const { incident, entries, receipts, personal, head } = dossier;
  const counts = { entries: entries.length, receipts: receipts.length, personal: personal.length };
  if (json) {
    const told = flaws.map(({ text, ...flaw }) => ({ ...flaw, message: text[lang] }));
    const checked = files && { files: { named: files.named, intact: files.intact } };
    const outcome = {
      incident,
      valid: flaws.length === 0,
      ...counts,
      ...checked,
      head,
      flaws: told,
    };
    return {
      text: `${JSON.stringify(outcome, undefined, 2)}\n`,
      status: flaws.length === 0 ? 0 : 1,
    };
  }
  const fine = {
    zh: `${incident}：完好。${counts.entries} 条记录，${counts.receipts} 张回执，${counts.personal} 项个人信息，${files ? `${files.named} 个文件中有 ${files.intact} 个在此且未变，` : ''}链尾 ${head.hash}\n`,
    en: `${incident}: intact. ${countOf(counts.entries, 'entry').replace('entrys', 'entries')}, ${countOf(counts.receipts, 'receipt')}, ${countOf(counts.personal, 'personal value')}, ${files ? `${files.intact} of ${countOf(files.named, 'file')} here and unchanged, ` : ''}head ${head.hash}\n`,
  };
  if (flaws.length === 0) return { text: fine[lang], status: 0 };
  return { text: flaws.map(({ text }) => `${incident}: ${text[lang]}\n`).join(''), status: 1 };
}

async function filesOf(
  { file, files, key }: VerifyRequest,
  dossier: Dossier,
): Promise<CheckedFiles | undefined> {
  if (files === undefined) return undefined;
  // They may lie together.
  const given = await givenFiles(files, [file, ...(key === undefined ? [] : [key])]);
  return checkFiles(dossier.entries.filter(isEntry), given);
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
