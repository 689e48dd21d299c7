import { classifyReport } from '../../decide/classify-report.ts';
import { suggestFromWords } from '../../decide/suggest-facts.ts';
import { localDate, localTime } from '../../procedure/local-time.ts';
import { roleHere } from '../../procedure/role-holder.ts';
import type { Answers } from '../../model/condition.ts';
import type { Decision } from '../../model/decision.ts';
import type { ProcedureSpec } from '../../model/procedure-spec.ts';
import type { Release } from '../../model/release.ts';
import type { Text } from '../../model/text.ts';
import { scenarioActor } from '../../simulate/scenario-act.ts';
import { releaseSettings, scenarioReport } from '../../simulate/scenario-report.ts';
import { startSimulation, type Simulation } from '../../simulate/simulation.ts';
import { basisOf, type Basis } from '../basis-of.ts';
import { timeOfDayOf } from '../reports/report-time.ts';
import type { ToldReport } from '../reports/told-report.ts';

/** Why a report gets the standard and the priority it gets, and what comes first. */
export interface Explanation {
  readonly at: string;
  readonly channel?: string;
  readonly text?: string;
  readonly suggested: readonly SuggestedHere[];
  readonly standard?: { readonly id: string; readonly title: Text };
  readonly priority?: number;
  /** The classification first, then what is decided as the procedure begins. */
  readonly decisions: readonly Decision[];
  /** The bases that decisions and prompts name. */
  readonly bases: Readonly<Record<string, Basis>>;
  readonly prompts: readonly FirstPrompt[];
}

/** A fact that the words suggest, and what the operator made of it. */
export interface SuggestedHere {
  readonly fact: string;
  readonly as: string | number | boolean;
  readonly word: string;
  readonly confirmed?: string | number | boolean;
}

/** A step that is prompted as soon as the report is taken. */
export interface FirstPrompt {
  readonly step: string;
  readonly title: Text;
  readonly role: Text;
  readonly due?: string;
  readonly basis: readonly string[];
}

/** Explains a report; without a moment of its own it comes in `now`. */
export async function explainReport(
  release: Release,
  { report, confirmed }: ToldReport,
  now: number,
): Promise<Explanation> {
  const settings = releaseSettings(release);
  const {
    place: _place,
    reporter: _reporter,
    channel,
    at = localTime(settings.calendar, now),
    ...told
  } = report;
  const isBare = timeOfDayOf(at) !== undefined;
  const moment = isBare ? `${localDate(settings.calendar, now)}T${at}` : at;
  const summary = scenarioReport(release, {
    given: {
      report: { ...told, ...(channel !== undefined && { channel }), at: moment },
      confirmed,
    },
  });
  const { decision, procedure } = await classifyReport(release, summary);
  const standard = procedure === undefined ? undefined : release.procedures[procedure];
  const simulation =
    standard &&
    (await startSimulation({
      release,
      procedure: standard.id,
      report: summary,
      registrar: scenarioActor('registrar', summary.unit),
      nextUnits: [],
    }));
  const decisions = [decision, ...(simulation?.state().decisions ?? [])];
  const prompts = simulation ? firstPrompts(simulation) : [];
  const bases = [...decisions.flatMap(({ because }) => because), ...prompts].flatMap(
    ({ basis }) => basis,
  );
  return {
    at,
    ...(channel !== undefined && { channel }),
    ...(report.text !== undefined && { text: report.text }),
    suggested: suggestedHere(release, report.text ?? '', confirmed),
    ...(standard && { standard: { id: standard.id, title: standard.title } }),
    ...(simulation && { priority: simulation.state().priority }),
    decisions,
    bases: Object.fromEntries([...new Set(bases)].map((id) => [id, basisOf(release, id)])),
    prompts,
  };
}

function suggestedHere(
  release: Release,
  text: string,
  confirmed: Answers,
): readonly SuggestedHere[] {
  return suggestFromWords(release, text).map(({ fact, as, word }) => {
    const answer = confirmed[fact];
    return { fact, as, word, ...(answer !== undefined && { confirmed: answer }) };
  });
}

function firstPrompts(simulation: Simulation): readonly FirstPrompt[] {
  const { spec, state } = { spec: simulation.spec(), state: simulation.state() };
  return spec.order
    .flatMap((id) => {
      const [step, row] = [spec.steps[id], state.table.rows[id]];
      return step && row?.status === 'open' ? [{ step, row }] : [];
    })
    .sort((left, right) => (left.row.due ?? Infinity) - (right.row.due ?? Infinity))
    .map(({ step, row }) => ({
      step: step.id,
      title: step.title,
      role: roleTitle(spec, roleHere(spec, state, step.by)),
      ...(row.due !== undefined && { due: localTime(state.calendar, row.due) }),
      basis: step.basis,
    }));
}

const roleTitle = ({ roles }: ProcedureSpec, role: string): Text =>
  roles[role]?.title ?? { zh: role, en: role };
