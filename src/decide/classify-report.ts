import type { GivenFacts } from '../model/act.ts';
import type { Decision } from '../model/decision.ts';
import type { Instant } from '../model/instant.ts';
import type { Release } from '../model/release.ts';
import { localDate } from '../procedure/local-time.ts';
import { sharedSettings } from '../procedure/shared-settings.ts';
import { classify } from './classify.ts';

/** The classification of a report by the rules. */
export interface ClassifiedReport {
  /** The standard with its reasons. */
  readonly decision: Decision;
  /** Absent where no row matched and the release has nothing for what fits no standard. */
  readonly procedure?: string;
}

/** Chooses the standard for a report by the facts that it tells, on the local date at which it came. */
export async function classifyReport(
  release: Release,
  { at, facts }: { readonly at: Instant; readonly facts: GivenFacts },
): Promise<ClassifiedReport> {
  const calendar = sharedSettings(release)?.calendar ?? { utcOffsetMinutes: 0 };
  const decision = await classify(release, facts, localDate(calendar, at));
  const { outcome } = decision;
  const isChosen = typeof outcome === 'string' && Object.hasOwn(release.procedures, outcome);
  return { decision, ...(isChosen && { procedure: outcome }) };
}
