import { unknownName } from '../diagnostics/unknown-name.ts';
import { lengthNotExact, reportAgeUncounted } from '../diagnostics/vocabulary-problems.ts';
import type { Limit } from '../model/limit.ts';
import type { Settings } from '../model/settings.ts';
import type { SettingsSource } from '../model/source/vocabulary-source.ts';
import type { Catalog } from './catalog.ts';
import { checkBeat } from './check-beat.ts';
import { checkCalendar } from './check-calendar.ts';
import { checkFact } from './check-fact.ts';
import { checkNames } from './check-names.ts';
import { checkUsualWay } from './check-usual-way.ts';
import { checkRole } from './check-role.ts';
import { compileCalendar } from './compile-calendar.ts';
import { exactMilliseconds } from './exact-milliseconds.ts';
import type { FactScope } from './fact-scope.ts';
import { inside } from './inside.ts';
import { parseLimit } from './parse-limit.ts';
import type { Placed } from './vocabulary.ts';

type Context = Pick<Catalog, 'vocabulary' | 'report' | 'ruleSets' | 'procedures'> & {
  readonly facts: FactScope;
  readonly ladderIds: readonly string[];
};

/** The settings with their calendar in them. */
export function compileSettings(
  { value: source, place }: Placed<SettingsSource>,
  context: Context,
): Settings {
  const { vocabulary, report } = context;
  const length = (text: string, ...path: readonly string[]): number => {
    const milliseconds = exactMilliseconds(text);
    if (milliseconds === undefined) report(lengthNotExact(inside(place, ...path), text));
    return milliseconds ?? 0;
  };
  checkSettingNames({ value: source, place }, context);
  const calendar = vocabulary.calendars[source.calendar];
  if (!calendar) {
    const known = Object.keys(vocabulary.calendars);
    report(unknownName('calendar', inside(place, 'calendar'), source.calendar, known));
  }
  for (const each of Object.values(vocabulary.calendars)) checkCalendar(each, report);
  return {
    graceMilliseconds: length(source.grace, 'grace'),
    reminderMilliseconds: length(source.reminder, 'reminder'),
    backDatingMilliseconds: length(source['back-dating'], 'back-dating'),
    oldestReport: oldestReport(source['oldest-report'], (text) =>
      report(reportAgeUncounted(inside(place, 'oldest-report'), text)),
    ),
    leader: source['second-person'].by,
    secondPersonMilliseconds: length(source['second-person'].within, 'second-person', 'within'),
    secondPersonLate: source['second-person'].late,
    correctors: source.correctors ?? [],
    calendar: calendar ? compileCalendar(source.calendar, calendar.value) : nowhere,
    facts: {
      priority: source.facts.priority,
      zone: source.facts.zone,
      handledAt: source.facts['handled-at'],
      ...(source.facts.channel === undefined ? {} : { channel: source.facts.channel }),
      ...(source.facts.beat === undefined ? {} : { beat: source.facts.beat }),
    },
    ...(source['usual-way'] !== undefined && { usualWay: source['usual-way'] }),
    ...(source['priority-rules'] !== undefined && { priorityRules: source['priority-rules'] }),
  };
}

/** Stands in for what is missing, so that the rest can be checked; nothing is released with it. */
export const settingsStandIn: Settings = {
  graceMilliseconds: 0,
  reminderMilliseconds: 0,
  backDatingMilliseconds: 0,
  oldestReport: { kind: 'months', months: 12 },
  leader: '',
  secondPersonMilliseconds: 0,
  secondPersonLate: '',
  correctors: [],
  calendar: { id: '', utcOffsetMinutes: 0, holidays: [], workdays: [] },
  facts: { priority: '', zone: '', handledAt: '' },
};

const nowhere = settingsStandIn.calendar;

// Counted back from now: what a working day or "at once" would be there is not said.
function oldestReport(text: string | undefined, refuse: (text: string) => void): Limit {
  const limit = text === undefined ? settingsStandIn.oldestReport : parseLimit(text);
  if (text !== undefined && (limit.kind === 'grace' || limit.kind === 'working-days')) refuse(text);
  return limit;
}

function checkSettingNames(
  { value: source, place }: Placed<SettingsSource>,
  context: Context,
): void {
  const { facts, ladderIds, procedures, report, ruleSets } = context;
  const at = (...path: readonly string[]) => inside(place, ...path);
  checkRole(source['second-person'].by, at('second-person', 'by'), context);
  for (const [index, role] of (source.correctors ?? []).entries()) {
    checkRole(role, inside(place, 'correctors', index), context);
  }
  const late = source['second-person'].late;
  checkNames('ladder', late, at('second-person', 'late'), { known: ladderIds, report });
  for (const [use, fact] of Object.entries(source.facts)) {
    checkFact(fact, at('facts', use), { facts, report });
  }
  checkBeat(source.facts.beat, at('facts'), context);
  checkUsualWay({ value: source, place }, context);
  for (const use of ['classification', 'priority-rules'] as const) {
    checkNames('rule-set', source[use], at(use), { known: ruleSets.keys(), report });
  }
  const known = procedures.keys();
  checkNames('procedure', source.unclassified, at('unclassified'), { known, report });
}
