import { factsOf } from '../../conditions/facts-of.ts';
import type { FactSpec } from '../../model/fact-spec.ts';
import type { ReleaseIndex } from '../release/release-index.ts';

/**
 * The facts that a report may confirm: those declared to come from it, and those by which the rules choose the
 * standard and its priority. The zone and the way of handling have fields of their own.
 */
export function reportFacts({ facts, release, settings }: ReleaseIndex): readonly FactSpec[] {
  const chosenBy = [release.classification, release.priorityRules].flatMap((id) => {
    const ruleSet = id === undefined ? undefined : release.ruleSets[id];
    return ruleSet
      ? [
          ...ruleSet.rows.flatMap(({ when }) => [...factsOf(when)]),
          ...ruleSet.suggest.map(({ fact }) => fact),
        ]
      : [];
  });
  const own = new Set([
    settings?.facts.zone,
    settings?.facts.handledAt,
    settings?.facts.priority,
    settings?.facts.channel,
  ]);
  const wanted = new Set([
    ...chosenBy,
    ...Object.values(facts).flatMap(({ id, from }) => (from === 'report' ? [id] : [])),
  ]);
  return [...wanted].flatMap((id) => {
    const fact = Object.hasOwn(facts, id) ? facts[id] : undefined;
    return fact && fact.from !== 'decision' && !own.has(id) ? [fact] : [];
  });
}
