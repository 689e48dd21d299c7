import { factsOf } from '../conditions/facts-of.ts';
import { canonicalJson } from '../model/canonical-json.ts';
import { sha256Hex } from '../machine/sha256-hex.ts';
import type { FactSpec } from '../model/fact-spec.ts';
import type { ProcedureSpec } from '../model/procedure-spec.ts';
import type { Release } from '../model/release.ts';
import type { RuleSet } from '../model/rule-set.ts';
import type { Catalog } from './catalog.ts';
import { procedureId } from './procedure-id.ts';

/** Puts compiled procedures and rule sets together under the hash of their content. */
export function compileRelease(
  procedures: readonly ProcedureSpec[],
  ruleSets: readonly RuleSet[],
  catalog: Catalog,
): Release {
  const { vocabulary, settings } = catalog;
  const { classification, unclassified } = vocabulary.settings?.value ?? {};
  // A report may rightly be typed as the procedure for what fits no standard yet.
  const standards = [...catalog.outcomes].sort();
  const content: Omit<Release, 'hash'> = {
    format: 1,
    procedures: byId(procedures.map((procedure) => ({ ...procedure, standards }))),
    ruleSets: byId(ruleSets),
    facts: factsRead(ruleSets, catalog),
    effective: effectiveOf(catalog),
    ...(classification !== undefined && { classification }),
    ...(unclassified !== undefined && { unclassified }),
    ...(settings.priorityRules !== undefined && { priorityRules: settings.priorityRules }),
    zones: Object.keys(vocabulary.zones),
    channels: Object.keys(vocabulary.channels),
  };
  return { ...content, hash: sha256Hex(canonicalJson(content)) };
}

const byId = <Item extends { readonly id: string }>(items: readonly Item[]) =>
  Object.fromEntries(items.map((item) => [item.id, item]));

function factsRead(ruleSets: readonly RuleSet[], { facts }: Catalog): Release['facts'] {
  const ids = ruleSets.flatMap(({ rows, suggest, decides }) => [
    ...rows.flatMap(({ when }) => factsOf(when)),
    ...suggest.map(({ fact }) => fact),
    decides,
  ]);
  const entries = [...new Set(ids)].flatMap((id): [string, FactSpec][] => {
    const fact = facts.all.get(id);
    return fact ? [[id, fact.value]] : [];
  });
  return Object.fromEntries(entries);
}

function effectiveOf({ standards }: Catalog): Release['effective'] {
  const entries = [...standards.values()].flatMap(({ source }) =>
    source.effective ? [[procedureId(source), source.effective] as const] : [],
  );
  return Object.fromEntries(entries);
}
