import type { NewReport } from '../../contract/report-contract.ts';
import type { Instant } from '../../model/instant.ts';
import { readMoment } from '../../model/read-time.ts';
import type { Text } from '../../model/text.ts';
import { timeFaultText } from '../../model/time-fault-text.ts';
import { writeLocal } from '../../model/write-moment.ts';
import { lacksWay } from '../../procedure/first-answers.ts';
import { isWayOf } from '../../procedure/is-way-of.ts';
import { toldFacts } from '../../procedure/told-facts.ts';
import type { FieldProblem } from '../problems/api-problem.ts';
import type { ReleaseIndex } from '../release/release-index.ts';
import type { DirectoryNames } from '../views/directory-names.ts';
import { earliestReport } from './earliest-report.ts';
import { invalidFacts } from './invalid-facts.ts';

/** The grounds on which a report is judged. */
export interface Judging {
  readonly index: ReleaseIndex;
  readonly now: Instant;
  /** Absent where no bureau is at hand: units and people are then not looked up. */
  readonly names?: DirectoryNames;
}

/** The reasons why a report cannot be taken, field by field: unknown words, impossible times, facts and answers. */
export function reportFaults(
  { at, channel, facts, handledAt, unit, zone }: NewReport,
  { index, now, names }: Judging,
): readonly FieldProblem[] {
  const { channels, procedures, zones } = index.release;
  const ways = Object.values(procedures).flatMap((spec) => spec.handledAt);
  return [
    ...notAmong('/channel', channel, channels),
    ...notAmong('/zone', zone, zones),
    ...notAmong('/handledAt', handledAt, ways),
    ...notAmong('/unit', unit, names?.units.map(({ id }) => id) ?? []),
    ...(at === undefined ? [] : timeFaults(at, { index, now })),
    ...invalidFacts(facts ?? {}, index, names),
  ];
}

/** The standard that the facts choose may not be handled in the way that was chosen with them, or none was. */
export function wayNotTaken(
  { procedure: specOf, settings }: ReleaseIndex,
  report: Parameters<typeof toldFacts>[1],
  { procedure }: { readonly procedure: string },
): FieldProblem | undefined {
  const { handledAt } = report;
  const spec = specOf(procedure);
  const { handledAt: ways, title } = spec;
  const words = ways.map((way) => `\`${way}\``);
  const [zh, en] = [words.join('、'), words.join(' or ')];
  if (handledAt !== undefined && !isWayOf(spec, handledAt)) {
    const detail = {
      zh: `“${title.zh}”只能选 ${zh}`,
      en: `\`${title.en}\` is handled at ${en}`,
    };
    return { pointer: '/handledAt', detail };
  }
  if (!lacksWay(spec, toldFacts(settings, report))) return undefined;
  const detail = {
    zh: `“${title.zh}”要选处置方式：${zh}`,
    en: `\`${title.en}\` has to be handled at ${en}: choose one`,
  };
  return { pointer: '/handledAt', detail };
}

function timeFaults(
  at: string,
  { index: { settings }, now }: Pick<Judging, 'index' | 'now'>,
): readonly FieldProblem[] {
  const wrong = (detail: Text) => [{ pointer: '/at', detail }];
  const moment = readMoment(at);
  if (moment.fault) return wrong(timeFaultText(moment.fault));
  if (moment.value > now) return wrong({ zh: '不得晚于现在', en: 'must not be later than now' });
  const earliest = settings && earliestReport(now, settings);
  if (earliest === undefined || moment.value >= earliest) return [];
  const from = writeLocal(earliest, settings?.calendar.utcOffsetMinutes ?? 0).slice(0, 16);
  return wrong({
    zh: `不得早于 \`${from}\`（设置 \`oldest-report\`）`,
    en: `must not be before \`${from}\` (setting \`oldest-report\`)`,
  });
}

// A release that lists nothing takes anything.
function notAmong(
  pointer: string,
  word: string | undefined,
  known: readonly string[],
): readonly FieldProblem[] {
  if (word === undefined || known.length === 0 || known.includes(word)) return [];
  return [{ pointer, detail: { zh: `没有“${word}”`, en: `there is no \`${word}\`` } }];
}
