import type { NewReport } from '../../contract/report-contract.ts';
import type { Instant } from '../../model/instant.ts';
import { readMoment } from '../../model/read-time.ts';
import type { Text } from '../../model/text.ts';
import { timeFaultText } from '../../model/time-fault-text.ts';
import { writeLocal } from '../../model/write-moment.ts';
import { isWayOf } from '../../procedure/is-way-of.ts';
import type { FieldProblem } from '../problems/api-problem.ts';
import type { ReleaseIndex } from '../release/release-index.ts';
import type { DirectoryNames } from '../views/directory-names.ts';
import { earliestReport } from './earliest-report.ts';
import { invalidFacts } from './invalid-facts.ts';

/** What a report is judged by. */
export interface Judging {
  readonly index: ReleaseIndex;
  readonly now: Instant;
  /** Absent where no bureau is at hand: units and people are then not looked up. */
  readonly names?: DirectoryNames;
}

/** What a report says that cannot be taken, field by field: unknown words, impossible times, facts and answers. */
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

/** A way of handling that the standard which the facts chose does not have. */
export function wayNotTaken(
  index: ReleaseIndex,
  { handledAt }: Pick<NewReport, 'handledAt'>,
  { procedure }: { readonly procedure: string },
): FieldProblem | undefined {
  const { handledAt: ways, title } = index.procedure(procedure);
  if (handledAt === undefined || isWayOf({ handledAt: ways }, handledAt)) return undefined;
  const words = ways.map((way) => `\`${way}\``);
  return {
    pointer: '/handledAt',
    detail: {
      zh: `“${title.zh}”只能选 ${words.join('、')}`,
      en: `\`${title.en}\` is handled at ${words.join(' or ')}`,
    },
  };
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
