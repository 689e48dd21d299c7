import type { Language } from '../../diagnostics/language.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Release } from '../../model/release.ts';
import type { SourceTree } from '../../model/source-tree.ts';
import { countOf } from '../count-of.ts';

interface SummaryOptions {
  readonly lang: Language;
  readonly release: Release | undefined;
}

/** The last line for a person: how many problems, or what was found to be right. */
export function checkSummary(
  shown: readonly Diagnostic[],
  tree: SourceTree,
  { lang, release }: SummaryOptions,
): string {
  const errors = shown.filter(({ severity }) => severity === 'error').length;
  const warnings = shown.length - errors;
  const problems = {
    zh: `${errors} 个错误，${warnings} 个警告`,
    en: `${countOf(errors, 'error')}, ${countOf(warnings, 'warning')}`,
  };
  if (shown.length > 0) return `${problems[lang]}\n`;
  const standards = tree.standards.filter(({ source }) => 'standard' in source).length;
  const procedures = tree.standards.length - standards;
  const rules = tree.ruleSets.length;
  const fine = {
    zh: `没有问题：${standards} 个标准，${procedures} 个程序，${rules} 个规则集`,
    en: `no problems: ${countOf(standards, 'standard')}, ${countOf(procedures, 'procedure')}, ${countOf(rules, 'rule set')}`,
  };
  // Problems elsewhere were not asked for, but the release does not exist because of them.
  const elsewhere = { zh: '（别处有错误）', en: ' (errors elsewhere)' };
  return `${fine[lang]}${release ? '' : elsewhere[lang]}\n`;
}
