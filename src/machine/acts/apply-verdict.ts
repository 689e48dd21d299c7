import { canonicalJson } from '../../model/canonical-json.ts';
import type { CommittedWords } from '../../model/committed-words.ts';
import type { Decision } from '../../model/decision.ts';
import type { PendingSwitch, ProcedureState } from '../../model/procedure-state.ts';
import type { SwitchSpec } from '../../model/procedure-spec.ts';
import type { Verdict } from '../../model/verdict.ts';
import { dueInstant } from '../due-instant.ts';
import { withAnswers } from './answer-facts.ts';
import { needAgain } from './need-again.ts';
import { move, note, withEffect, withState, type About, type Progress } from './progress.ts';

/**
 * Lets what was decided outside act: decisions become facts with their reasons, truths move the machine, and
 * standards that are now needed beside or in place of this one are asked for.
 */
export const applyVerdict = (progress: Progress, verdict: Verdict, about: About): Progress => {
  const decided = verdict.decisions.reduce((so, decision) => {
    const before = so.state.decisions.findLast(({ ruleSet }) => ruleSet === decision.ruleSet);
    // In whatever order its keys came: one that came along has them sorted.
    const isSame = before !== undefined && canonicalJson(before) === canonicalJson(decision);
    if (isSame && !movesAnswer(so, decision)) return so;
    const noted = note(so, about, { kind: 'decided', decision });
    return withState(noted, { decisions: [...so.state.decisions, decision] });
  }, progress);
  const answered = adoptOutcomes(decided, verdict, about);
  const ready = needAgain(answered, verdict.holds, about);
  const moved = move(ready, { type: 'truths', holds: verdict.holds }, about);
  return switches(besides(moved), about);
};

// A person may have answered otherwise since the same was decided last.
const movesAnswer = ({ on, state }: Progress, { decides, outcome }: Decision): boolean =>
  outcome !== null &&
  decides !== on.spec.settings.facts.priority &&
  state.answers[decides] !== outcome;

const adoptOutcomes = (progress: Progress, verdict: Verdict, about: About): Progress => {
  const { facts } = progress.on.spec.settings;
  return verdict.decisions.reduce((so, { decides, outcome }) => {
    if (outcome === null) return so;
    if (decides === facts.priority) return raisePriority(so, Number(outcome), 'rules', about);
    return withAnswers(so, { ...so.state.answers, [decides]: outcome }, about);
  }, progress);
};

/** Priority only rises by itself: lowering it takes a person and another standard. */
export const raisePriority = (
  progress: Progress,
  to: number,
  why: 'rules' | 'escalation',
  about: About,
): Progress => {
  const from = progress.state.priority;
  if (!(to < from)) return progress;
  const noted = note(withState(progress, { priority: to }), about, {
    kind: 'priority',
    from,
    to,
    why,
  });
  const key = progress.on.spec.settings.facts.priority;
  return withAnswers(noted, { ...noted.state.answers, [key]: to }, about);
};

const besides = (progress: Progress): Progress =>
  progress.on.spec.also
    .filter(({ when }) => progress.state.table.holds[when] === true)
    .filter(({ procedure }) => !isRunning(progress.state, procedure))
    .reduce(
      (so, { procedure, basis }) =>
        withEffect(so, {
          kind: 'add-standard',
          key: besideKey(so.state, procedure),
          procedure,
          basis,
        }),
      progress,
    );

// Whoever goes back to a standard needs again what stood beside it: the key tells one stay from the next.
const besideKey = ({ procedure: main, judgedSwitches }: ProcedureState, beside: string): string =>
  `also/${main}/${judgedSwitches.length}/${beside}`;

const isRunning = (state: ProcedureState, procedure: string): boolean =>
  state.procedure === procedure || state.beside.includes(procedure);

const switches = (progress: Progress, about: About): Progress => {
  const { state, on } = progress;
  if (state.pendingSwitch !== undefined || state.table.closed !== undefined) return progress;
  const wanted = on.spec.switches.find((each) => {
    const to = switchTarget(each, state);
    return (
      state.table.holds[each.when] === true &&
      to !== undefined &&
      !isRunning(state, to) &&
      !state.judgedSwitches.includes(`${each.id}/${to}`)
    );
  });
  const to = wanted === undefined ? undefined : switchTarget(wanted, state);
  return wanted === undefined || to === undefined
    ? progress
    : proposeSwitch(progress, { ...wanted, to }, about);
};

/** Puts a switch before the second person; an upward one acts at once and can be undone. */
export const proposeSwitch = (
  progress: Progress,
  wanted: Pick<SwitchSpec, 'id' | 'direction' | 'approve'> & { readonly to: string },
  about: About,
  words?: CommittedWords,
): Progress => {
  const { state, on } = progress;
  const acted = wanted.direction === 'upward';
  const due =
    wanted.approve.due === undefined
      ? undefined
      : dueInstant(wanted.approve.due, {
          spec: on.spec,
          table: state.table,
          calendar: state.calendar,
          proposed: about.at,
        });
  const pending: PendingSwitch = {
    id: wanted.id,
    to: wanted.to,
    from: state.procedure,
    by: about.by ?? '',
    proposed: about.at,
    judge: wanted.approve,
    ...(due === undefined ? {} : { due }),
    fired: [],
    acted,
    ...(words === undefined ? {} : { note: words }),
  };
  const proposed = withState(progress, { pendingSwitch: pending });
  const noted = note(proposed, about, {
    kind: 'standard-switched',
    phase: 'proposed',
    from: state.procedure,
    to: wanted.to,
    judge: wanted.approve.by,
    ...(due === undefined ? {} : { due }),
    ...(words === undefined ? {} : { note: words }),
    pending,
  });
  const told = note(noted, about, { kind: 'told', who: wanted.approve.by, what: 'proposed' });
  return acted
    ? withEffect(told, {
        kind: 'switch',
        key: `switch/${wanted.id}/${wanted.to}`,
        procedure: wanted.to,
      })
    : told;
};

const switchTarget = ({ to }: SwitchSpec, state: ProcedureState): string | undefined => {
  if (typeof to === 'string') return to;
  const named = state.answers[to.fact];
  return typeof named === 'string' ? named : undefined;
};
