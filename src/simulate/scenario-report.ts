import type { Release } from '../model/release.ts';
import type { ReportSummary } from '../model/procedure-state.ts';
import type { ScenarioSource } from '../model/source/scenario-source.ts';
import type { Settings } from '../model/settings.ts';
import type { FactValue } from '../model/fact-value.ts';
import { parseLocal } from './parse-moment.ts';

/** The unit that handles a scenario's incident where it names none. */
export const scenarioUnit = 'unit-a';

/** The settings that all procedures of a release share. */
export const releaseSettings = (release: Release): Settings => {
  const [first] = Object.values(release.procedures);
  if (first === undefined) throw new Error('the release has no procedures');
  return first.settings;
};

/** The report that a scenario begins with; what the operator confirmed and what the report says become facts. */
export const scenarioReport = (
  release: Release,
  { given }: Pick<ScenarioSource, 'given'>,
): ReportSummary => {
  const { report, confirmed = {} } = given;
  const settings = releaseSettings(release);
  const unit = report.unit ?? scenarioUnit;
  const facts: Record<string, FactValue> = { ...confirmed };
  if (settings.facts.channel !== undefined) facts[settings.facts.channel] = report.channel;
  if (report.zone !== undefined) facts[settings.facts.zone] = report.zone;
  if (report['handled-at'] !== undefined) facts[settings.facts.handledAt] = report['handled-at'];
  return {
    report: 'report-1',
    at: parseLocal(report.at, settings.calendar),
    channel: report.channel,
    unit,
    facts,
  };
};
