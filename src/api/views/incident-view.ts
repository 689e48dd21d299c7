import type { IncidentView } from '../../contract/incident-contract.ts';
import type { Decision } from '../../model/decision.ts';
import type { LogEntry } from '../../model/log-entry.ts';
import type { Text } from '../../model/text.ts';
import type { FileRecord } from '../../store/ports/files.ts';
import type { ReportRecord } from '../../store/ports/reports.ts';
import { leftToDo } from '../../procedure/closing.ts';
import { canClose } from '../../procedure/possible-acts.ts';
import { refuseSwitchJudgement } from '../../procedure/refuse.ts';
import { refuseCorrection } from '../../procedure/judged-answers.ts';
import { isInvolved } from '../../procedure/role-holder.ts';
import { answersAs } from '../../procedure/who-answers.ts';
import { basisViews } from './basis-views.ts';
import { decisionView } from './decision-view.ts';
import { factField } from './fact-field.ts';
import { factLabel } from './fact-label.ts';
import { fileView } from './file-view.ts';
import { isHiddenFact } from './is-hidden-fact.ts';
import { logLine } from './log-line.ts';
import { moment } from './moment.ts';
import type { Reading } from './reading.ts';
import { reportView } from './report-view.ts';
import { standardView } from './standard-view.ts';
import { stepView } from './step-view.ts';
import { stepsOf } from './steps-of.ts';
import { factTitle, procedureTitle, roleTitle } from './title-of.ts';
import { typeChangeView } from './type-change-view.ts';
import { waitsFor } from './waits-for.ts';
import { wordsOf } from './words-of.ts';
import { writtenSwitch } from './written-switch.ts';

/** Everything that is read of an incident besides what every view needs. */
export interface IncidentDetails {
  /** True where the reader may act in it as well. */
  readonly actPermitted: boolean;
  readonly decisions: readonly Decision[];
  readonly reports: readonly ReportRecord[];
  readonly entries: readonly LogEntry[];
  readonly files: readonly FileRecord[];
  readonly channels: Readonly<Record<string, Text>>;
  /** Where its limits are not watched: why. */
  readonly unwatched?: Text | undefined;
}

/** An incident as its reader sees it. */
export function incidentView(reading: Reading, details: IncidentDetails): IncidentView {
  const { incident, names, spec } = reading;
  const titled = (id: string) => ({ id, title: procedureTitle(reading, id) });
  return {
    id: incident.id,
    kind: incident.kind,
    standard: standardView(reading),
    first: titled(incident.first),
    beside: incident.beside.map(titled),
    release: incident.release,
    priority: incident.priority,
    unit: names.unit(incident.unit),
    reportedAt: moment(incident.reportedAt),
    ...(incident.closedAt !== undefined && { closedAt: moment(incident.closedAt) }),
    ...(details.unwatched && { unwatched: details.unwatched }),
    reports: details.reports.map((report) => reportView(reading, report, details.channels)),
    hidden: !reading.mayReadProtected,
    facts: facts(reading, details.entries),
    ...(incident.nobodyPrompted && { nobodyPrompted: { waitsFor: waitsFor(reading) } }),
    mayAct: mayAct(reading, details),
    answerable: answerable(reading),
    steps: stepsOf(reading, reading.steps).map((step) => stepView(reading, step)),
    feedbacks: [...spec.feedbacks],
    files: details.files.map(fileView),
    decisions: details.decisions.map((decision) => decisionView(reading.index, decision)),
    bindings: bindings(reading),
    started: incident.started.map(({ procedure, id }) => ({
      procedure,
      title: procedureTitle(reading, procedure),
      id,
    })),
    ...pendingSwitch(reading),
    ...typeChangeView(reading, details.entries),
    closing: closing(reading),
    log: details.entries.map((entry) => logLine(reading, entry)),
  };
}

function facts(reading: Reading, entries: readonly LogEntry[]): IncidentView['facts'] {
  const { index, names, spec, values } = reading;
  return presentAnswers(reading, entries).map((answer) => {
    const fact = spec.facts[answer.fact] ?? index.facts[answer.fact];
    const hidden = !reading.mayReadProtected && isHiddenFact(fact);
    const value = hidden ? undefined : values[answer.fact];
    const label = fact && value !== undefined ? factLabel(reading, fact, value) : undefined;
    return {
      id: answer.fact,
      title: factTitle(reading, answer.fact),
      ...(value !== undefined && { value }),
      ...(label && { label }),
      at: moment(answer.at),
      ...(answer.by !== undefined && { by: names.person(answer.by) }),
      corrected: answer.corrected,
    };
  });
}

// The priority is raised by an entry of its own: its answer then is as old as that, and nobody gave it.
function presentAnswers(
  { answers, spec }: Reading,
  entries: readonly LogEntry[],
): Reading['answers'] {
  const raised = entries.findLast(({ data }) => data.kind === 'priority');
  if (!raised) return answers;
  return answers.map((answer) =>
    answer.fact === spec.settings.facts.priority
      ? { fact: answer.fact, corrected: true, at: raised.at }
      : answer,
  );
}

// The page offers only acts that are taken: a mere reader, or one without a role in it, finds nothing to press.
const mayAct = (
  { actor, incident, spec, standing }: Reading,
  { actPermitted }: IncidentDetails,
): boolean => actPermitted && incident.closedAt === undefined && isInvolved(spec, standing, actor);

function answerable(reading: Reading): IncidentView['answerable'] {
  const { actor, incident, spec, standing, values } = reading;
  if (incident.closedAt !== undefined || !isInvolved(spec, standing, actor)) return [];
  return Object.values(spec.facts)
    .filter(
      ({ from, ask, id }) =>
        from !== 'decision' &&
        ask !== undefined &&
        answersAs(spec, standing, actor, id) !== undefined &&
        refuseCorrection(spec, standing, id) === undefined,
    )
    .map((fact) => {
      const hidden = !reading.mayReadProtected && isHiddenFact(fact);
      return factField(reading, fact, {
        required: false,
        value: hidden ? undefined : values[fact.id],
      });
    });
}

// The steps that stand between now and closing, as the engine names them.
function closing({ actor, spec, standing }: Reading): IncidentView['closing'] {
  const { open, waiting, undecided, unconfirmed } = leftToDo(spec, standing.table);
  return {
    can: canClose(spec, standing, actor),
    open: [...open],
    waiting: [...waiting],
    undecided: [...undecided],
    unconfirmed: [...unconfirmed],
  };
}

function bindings(reading: Reading): IncidentView['bindings'] {
  return Object.entries(reading.bindings).map(([role, { unit, person }]) => ({
    role,
    title: roleTitle(reading, role),
    unit: reading.names.unit(unit),
    ...(person !== undefined && { person: reading.names.person(person) }),
  }));
}

function pendingSwitch(reading: Reading): Pick<IncidentView, 'pendingSwitch'> {
  const { actor, incident, names, spec, standing } = reading;
  const pending = incident.pendingSwitch;
  if (!pending) return {};
  const written = writtenSwitch(reading, pending);
  const note = wordsOf(reading, pending.note);
  return {
    pendingSwitch: {
      to: pending.to,
      title: procedureTitle(reading, pending.to),
      by: names.person(pending.by ?? ''),
      ...(written && { because: written.because }),
      basis: basisViews(reading.index.procedure(pending.from), written?.basis ?? []),
      ...(note !== undefined && { note }),
      mayJudge: refuseSwitchJudgement(spec, standing, actor) === undefined,
    },
  };
}
