import type { StepAct } from '../../contract/act-contract.ts';
import type { PromptView } from '../../contract/prompt-contract.ts';
import { instantOf } from '../../model/read-time.ts';
import { answerFacts, type AnswerSources } from './answer-facts.ts';
import { between, spanLength } from './span.ts';
import type { About } from './officer-script.ts';

/** The way in which an officer goes about a prompt. */
export interface Plan {
  /** The domain instant at which it is done; nothing where nobody will. */
  readonly at?: number;
  readonly act: StepAct;
  /** Mistakes that come first. */
  readonly mistakes: readonly ('wrong-order' | 'nothing-given')[];
  /** Closes too early when it is done. */
  readonly thenCloses: boolean;
  /** The time from when it happened until it is written down, in milliseconds. */
  readonly writtenLater?: number;
}

/** The sources that a plan is made from. */
export interface PlanSources extends AnswerSources {
  /** The number of earlier tries at this prompt; after one, it is done plainly. */
  readonly tries: number;
}

/** Decides by the script what becomes of a prompt. */
export function planPrompt(prompt: PromptView, sources: PlanSources): Plan {
  return prompt.wants === 'judge' ? planJudging(prompt, sources) : planDoing(prompt, sources);
}

function planDoing(prompt: PromptView, sources: PlanSources): Plan {
  const { step, standard } = prompt;
  const { script, chance, story, tries, now } = sources;
  const of = { step: step.id, role: step.role.id, standard: standard.id };
  const drawn = (what: string) => chance(story.name, step.id, step.occurrence, what);
  const happens = (what: string, share = 0) => tries === 0 && drawn(what) < share;
  const row = <T extends About>(rows: readonly T[] = []) => rows.find((each) => fits(each, of));
  const { mistakes } = script;
  const deviation = step.can.includes('deviate') ? row(script.deviations) : undefined;
  if (deviation && happens('deviation', deviation.share)) {
    const { reason, note } = deviation;
    const act: StepAct = { action: 'deviate', reason, note };
    return { ...atOf(step, sources, row(script.takes)), act, mistakes: [], thenCloses: false };
  }
  const late = row(script.late);
  const isLate = late !== undefined && step.due !== undefined && happens('late', late.share);
  const at = isLate
    ? {
        at: Math.max(
          now,
          (step.due === undefined ? now : instantOf(step.due)) + between(drawn('late by'), late.by),
        ),
      }
    : atOf(step, sources, row(script.takes));
  const facts = answerFacts(step.facts, sources);
  const isAsked = Object.keys(facts).length > 0 || step.evidenceNeeded.length > 0;
  const later = script['written-later'];
  return {
    ...(happens('ignored', row(script.ignored)?.share) ? {} : at),
    act: {
      action: 'do',
      ...(Object.keys(facts).length > 0 && { facts }),
      ...(step.evidenceNeeded.length > 0 && {
        evidence: step.evidenceNeeded.map(({ id, title }) => ({ kind: id, reference: title.zh })),
      }),
      ...(step.crew !== undefined && { crew: step.crew }),
      ...(step.equipment.length > 0 && { equipment: step.equipment.map(({ id }) => id) }),
    },
    mistakes: [
      ...(happens('wrong order', mistakes['wrong-order']) ? (['wrong-order'] as const) : []),
      ...(isAsked && happens('nothing given', mistakes['nothing-given'])
        ? (['nothing-given'] as const)
        : []),
    ],
    thenCloses: step.feedback !== undefined && happens('closes early', mistakes['closes-early']),
    ...(!isLate &&
      happens('written later', later.share) && {
        writtenLater: between(drawn('later by'), later.by),
      }),
  };
}

function planJudging({ step }: PromptView, sources: PlanSources): Plan {
  const { script, chance, story, tries } = sources;
  const { rejects, within, 'note-when-rejecting': note } = script['second-person'];
  const isRejected =
    step.can.includes('reject') &&
    tries === 0 &&
    chance(story.name, step.id, step.occurrence, 'rejects') < rejects;
  return {
    ...atOf({ ...step, opened: step.pending?.proposed, due: step.pending?.due }, sources, {
      within,
    }),
    act: isRejected ? { action: 'reject', note } : { action: 'agree' },
    mistakes: [],
    thenCloses: false,
  };
}

// Of the time until the due: who is on time does not cut it fine.
const onTime = 0.6;

function atOf(
  step: {
    readonly id: string;
    readonly occurrence: number;
    readonly opened?: string | undefined;
    readonly due?: string | undefined;
  },
  { chance, story, now }: PlanSources,
  takes: { readonly within: readonly [string, string] } | undefined,
): { readonly at: number } {
  const opened = step.opened === undefined ? now : instantOf(step.opened);
  const [least, most] = takes?.within ?? ['30s', '2m'];
  const length = between(chance(story.name, step.id, step.occurrence, 'takes'), [least, most]);
  const due = step.due === undefined ? Infinity : instantOf(step.due);
  // A step whose due is long past when it is found is done as fast as can be.
  const until = due > now ? (due - opened) * onTime : length;
  return { at: Math.max(now, opened + Math.min(length, until), opened + spanLength('1s')) };
}

/** True where a row of the script is about a step. */
function fits(
  { steps, roles, standards }: About,
  of: { readonly step: string; readonly role: string; readonly standard: string },
): boolean {
  return (
    (steps?.includes(of.step) ?? true) &&
    (roles?.includes(of.role) ?? true) &&
    (standards?.includes(of.standard) ?? true)
  );
}
