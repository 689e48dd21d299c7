import { Check, Errors } from 'typebox/value';
import { Dossier, dossierFormat } from '../../contract/dossier-contract.ts';
import { briefly } from '../../diagnostics/shown-text.ts';
import { readAsked } from '../read-asked.ts';
import type { DossierFlaw } from './dossier-flaw.ts';
import { plainJson, wrongFile } from './plain-json.ts';

/** A dossier, or why what was exported as one is none any more. */
export type ReadDossier = { readonly dossier: Dossier } | { readonly flaw: DossierFlaw };

/** Reads a dossier; throws wrong use where the file is nothing that was exported. */
export async function readDossier(file: string): Promise<ReadDossier> {
  const value = plainJson(file, await readAsked(file));
  const format = (value as { readonly format?: unknown } | null)?.format;
  if (
    typeof format === 'string' &&
    format !== dossierFormat &&
    format.startsWith('jiechu-dossier-')
  ) {
    throw wrongFile(file, {
      zh: `是 ${briefly(format)} 格式的案卷，本程序核对 ${dossierFormat}`,
      en: `is a dossier of the format ${briefly(format)}: this program checks ${dossierFormat}`,
    });
  }
  if (format !== dossierFormat) {
    throw wrongFile(file, { zh: '不是导出的案卷', en: 'is no exported dossier' });
  }
  if (Check(Dossier, value)) return { dossier: value };
  const [error] = Errors(Dossier, value);
  const place = briefly(error?.instancePath || '/');
  return {
    flaw: {
      what: 'dossier',
      id: place,
      text: {
        zh: `案卷残缺：${place} 缺少一部分，或不是应有的内容`,
        en: `the dossier is not whole: at ${place} a part is missing, or is not what belongs there`,
      },
    },
  };
}
