import type { Answers } from '../model/condition.ts';
import type { Decision, NearRow } from '../model/decision.ts';
import type { FactValue } from '../model/fact-value.ts';
import type { Release } from '../model/release.ts';
import { decideRuleSet } from './decide-rule-set.ts';

/**
 * Chooses the standard for a report made on a local date `2026-03-01`. A standard outside its effective dates is not
 * chosen: its rows do not fire, and one that would have is named first among the nearest, with the dates.
 */
export async function classify(release: Release, answers: Answers, at: string): Promise<Decision> {
  const { classification, unclassified, ruleSets, hash } = release;
  if (classification === undefined) return undecided(unclassified);
  const ruleSet = ruleSets[classification];
  if (!ruleSet) throw new Error(`the release lacks its rule set ${classification}`);
  const decision = await decideRuleSet(ruleSet, answers, {
    key: `${hash} rules ${classification}`,
    isBarred: ({ outcome }) => !isEffective(release, outcome, at),
  });
  const nearest = decision.nearest.map((row) => withDates(row, release, at));
  if (decision.outcome !== null || unclassified === undefined) return { ...decision, nearest };
  return { ...decision, nearest, outcome: unclassified, outcomes: [unclassified], otherwise: true };
}

const undecided = (unclassified: string | undefined): Decision => ({
  ruleSet: '',
  decides: '',
  outcome: unclassified ?? null,
  outcomes: unclassified === undefined ? [] : [unclassified],
  because: [],
  otherwise: unclassified !== undefined,
  missing: [],
  nearest: [],
});

// Local dates of four-digit years sort as text.
function isEffective({ effective }: Release, outcome: FactValue | undefined, at: string): boolean {
  const dates = effectiveOf(effective, outcome);
  return dates === undefined || (dates.from <= at && (dates.to === undefined || at <= dates.to));
}

function effectiveOf(effective: Release['effective'], outcome: FactValue | undefined) {
  return typeof outcome === 'string' && Object.hasOwn(effective, outcome)
    ? effective[outcome]
    : undefined;
}

function withDates(row: NearRow, release: Release, at: string): NearRow {
  const dates = effectiveOf(release.effective, row.outcome);
  if (!dates || isEffective(release, row.outcome, at)) return row;
  const { from, to } = dates;
  const until = to === undefined ? { zh: '', en: '' } : { zh: `至 ${to}`, en: ` to ${to}` };
  return {
    ...row,
    because: {
      zh: `${row.because.zh}（该标准自 ${from} ${until.zh}施行，${at} 不适用）`,
      en: `${row.because.en} (that standard is in force from ${from}${until.en}, not on ${at})`,
    },
  };
}
