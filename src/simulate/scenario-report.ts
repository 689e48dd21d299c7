import type { Release } from '../model/release.ts';
import type { ReportSummary } from '../model/procedure-state.ts';
import type { ScenarioSource } from '../model/source/scenario-source.ts';
import type { Settings } from '../model/settings.ts';
import { sharedSettings } from '../procedure/shared-settings.ts';
import { toldFacts } from '../procedure/told-facts.ts';
import { reportMoment } from './scenario-moment.ts';

/** The unit that handles a scenario's incident where it names none. */
export const scenarioUnit = 'unit-a';

/** The settings that all procedures of a release share. */
export const releaseSettings = (release: Release): Settings => {
  const settings = sharedSettings(release);
  if (settings === undefined) throw new Error('the release has no procedures');
  return settings;
};

/** The data that a report is made from; not every report says by which way it came. */
interface ReportGiven extends Pick<ScenarioSource['given'], 'confirmed'> {
  readonly report: Omit<ScenarioSource['given']['report'], 'channel'> & {
    readonly channel?: string;
  };
}

/** The report that a scenario begins with; what the operator confirmed and what the report says become facts. */
export const scenarioReport = (
  release: Release,
  { given }: { readonly given: ReportGiven },
): ReportSummary => {
  const { report, confirmed = {} } = given;
  const settings = releaseSettings(release);
  const unit = report.unit ?? scenarioUnit;
  const { channel, zone, 'handled-at': handledAt } = report;
  return {
    report: 'report-1',
    at: reportMoment(report.at, settings.calendar),
    channel: channel ?? '',
    unit,
    facts: toldFacts(settings, { facts: confirmed, channel, zone, handledAt }),
  };
};
