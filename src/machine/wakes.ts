import type { Calendar } from '../model/calendar.ts';
import type { Instant } from '../model/instant.ts';
import type { Ladder, Rung } from '../model/ladder.ts';
import type { ProcedureSpec, Remind } from '../model/procedure-spec.ts';
import type { PendingSwitch, ProcedureState } from '../model/procedure-state.ts';
import type { Asked, StepRow } from '../model/step-row.ts';
import { askedPrefix } from './asked-prefix.ts';
import { climbedFrom, missedPrefix } from './missed-ladder.ts';
import { nextOccurrence } from './repetition.ts';

/** Something that happens by the clock alone. `key` is unique within its row and fires once. */
export interface Wake {
  readonly at: Instant;
  readonly key: string;
  /** The step, or nothing for the pending switch. */
  readonly step?: string;
  readonly what:
    | { readonly kind: 'remind' }
    | { readonly kind: 'late'; readonly due: Instant; readonly ladder: string }
    | { readonly kind: 'rung'; readonly rung: Rung; readonly ladder: string }
    | { readonly kind: 'next' };
  /** The subject: the step, a second person's judgement, or the answer that the step waits for. */
  readonly of: 'step' | 'judgement' | 'answer';
}

/** All wakes that have not fired, earliest first; at the same instant reminders, late marks, rungs, then what begins anew. */
export const wakesOf = (spec: ProcedureSpec, state: ProcedureState): readonly Wake[] => {
  if (state.table.closed !== undefined) return [];
  const wakes = spec.order.flatMap((id) => {
    const row = state.table.rows[id];
    return row === undefined ? [] : rowWakes(spec, row, state.calendar);
  });
  return [...wakes, ...switchWakes(spec, state.pendingSwitch)].sort(
    (left, right) => left.at - right.at || rank[left.what.kind] - rank[right.what.kind],
  );
};

/** When the host has to look again, or nothing while only people can move it. */
export const nextWake = (spec: ProcedureSpec, state: ProcedureState): Instant | undefined =>
  wakesOf(spec, state)[0]?.at;

const rank = { remind: 0, late: 1, rung: 2, next: 3 } as const;

const rowWakes = (spec: ProcedureSpec, row: StepRow, calendar: Calendar): readonly Wake[] => {
  const step = spec.steps[row.step];
  if (step === undefined) return [];
  const open = row.status === 'open';
  const wakes: Wake[] = [];
  if (
    open &&
    row.due !== undefined &&
    row.pending?.kind !== 'approve' &&
    row.pending?.kind !== 'back-dating'
  ) {
    wakes.push(...reminders(step.remind, row, row.due));
    wakes.push(...lateWakes(spec.ladders[step.late], row, row.due));
  }
  if (open && row.missed !== undefined) {
    const { from, fired } = row.missed;
    const rungs = rungWakes(spec.ladders[step.late], from, missedPrefix, row.step, 'step');
    wakes.push(...rungs.filter(({ key }) => !fired.includes(key.slice(missedPrefix.length))));
  }
  if (row.asked !== undefined) wakes.push(...answerWakes(spec.ladders[step.late], row, row.asked));
  if (row.pending?.due !== undefined) {
    wakes.push(...judgementWakes(spec, row.pending.late, row.pending.due, row.step));
  }
  // An occurrence that a second person is judging is not missed: the next one begins when it is judged.
  const judged = row.pending !== undefined && row.pending.kind !== 'deviation';
  if (step.repeat !== undefined && !judged && (open || row.status === 'between')) {
    const at = nextOccurrence(step.repeat, row, calendar);
    // An act at the very instant at which the next begins is still on time, so it begins a millisecond later.
    if (at !== undefined) {
      wakes.push({
        at: at + 1,
        key: 'next',
        step: row.step,
        what: { kind: 'next' },
        of: 'step',
      });
    }
  }
  return wakes.filter(({ key }) => !row.fired.includes(key));
};

const reminders = (reminds: readonly Remind[], row: StepRow, due: Instant): readonly Wake[] => {
  const { opened, dueMoved } = row;
  if (opened === undefined || row.overdueAtOpening === true) return [];
  const wakes = reminds
    .map((remind, index) => ({
      at:
        remind.kind === 'half'
          ? opened + Math.floor((due - opened) / 2)
          : due - remind.milliseconds,
      // A limit that has moved has keys of its own: whoever was reminded of the old one is reminded of the new.
      key: dueMoved === undefined ? `remind:${index}` : `remind:${index}@${dueMoved}`,
      step: row.step,
      what: { kind: 'remind' as const },
      of: 'step' as const,
    }))
    .filter(({ at }) => at > opened);
  if (dueMoved === undefined) return wakes;
  // Of the reminders that would have come before the limit moved, the last one comes at that instant, and only once.
  const [last] = wakes
    .filter(({ at }) => at <= dueMoved)
    .toSorted((one, other) => other.at - one.at);
  return [...(last ? [{ ...last, at: dueMoved }] : []), ...wakes.filter(({ at }) => at > dueMoved)];
};

const lateWakes = (ladder: Ladder | undefined, row: StepRow, due: Instant): readonly Wake[] => {
  // Late is after the due instant: an act at the due instant is on time.
  return [
    {
      at: due + 1,
      key: 'late',
      step: row.step,
      what: { kind: 'late', due, ladder: ladder?.id ?? '' },
      of: 'step',
    },
    ...rungWakes(ladder, climbedFrom(row, due), '', row.step, 'step'),
  ];
};

const answerWakes = (
  ladder: Ladder | undefined,
  { step }: StepRow,
  { due }: Asked,
): readonly Wake[] => [
  {
    at: due + 1,
    key: `${askedPrefix}late`,
    step,
    what: { kind: 'late', due, ladder: ladder?.id ?? '' },
    of: 'answer',
  },
  ...rungWakes(ladder, due + 1, askedPrefix, step, 'answer'),
];

const judgementWakes = (
  spec: ProcedureSpec,
  late: string,
  due: Instant,
  step: string | undefined,
): readonly Wake[] => {
  const ladder = spec.ladders[late];
  const at = step === undefined ? {} : { step };
  return [
    {
      at: due + 1,
      key: 'pending:late',
      ...at,
      what: { kind: 'late', due, ladder: late },
      of: 'judgement',
    },
    ...rungWakes(ladder, due + 1, 'pending:', step, 'judgement'),
  ];
};

const rungWakes = (
  ladder: Ladder | undefined,
  from: Instant,
  prefix: string,
  step: string | undefined,
  of: Wake['of'],
): readonly Wake[] =>
  (ladder?.rungs ?? []).map((rung) => ({
    at: from + rung.afterMilliseconds,
    key: `${prefix}rung:${rung.id}`,
    ...(step === undefined ? {} : { step }),
    what: { kind: 'rung', rung, ladder: ladder?.id ?? '' },
    of,
  }));

const switchWakes = (spec: ProcedureSpec, pending: PendingSwitch | undefined): readonly Wake[] =>
  pending?.due === undefined
    ? []
    : judgementWakes(spec, pending.judge.late, pending.due, undefined).filter(
        ({ key }) => !pending.fired.includes(key),
      );
