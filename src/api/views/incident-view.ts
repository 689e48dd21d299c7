import type { IncidentView } from '../../contract/incident-contract.ts';
import type { Decision } from '../../model/decision.ts';
import type { LogEntry } from '../../model/log-entry.ts';
import type { Text } from '../../model/text.ts';
import type { StepRecord } from '../../store/ports/incidents.ts';
import type { FileRecord } from '../../store/ports/files.ts';
import type { ReportRecord } from '../../store/ports/reports.ts';
import { basisViews } from './basis-views.ts';
import { closingLists } from './closing-lists.ts';
import { decisionView } from './decision-view.ts';
import { factField } from './fact-field.ts';
import { factLabel } from './fact-label.ts';
import { stepsOfIncident } from './incident-specs.ts';
import { fileView } from './file-view.ts';
import { isHiddenFact } from './is-hidden-fact.ts';
import { logLine } from './log-line.ts';
import { mayFillRole } from './may-fill-role.ts';
import { moment } from './moment.ts';
import type { Reading } from './reading.ts';
import { reportView } from './report-view.ts';
import { standardView } from './standard-view.ts';
import { stepView } from './step-view.ts';
import { factTitle, procedureTitle, roleTitle } from './title-of.ts';

/** Everything that is read of an incident besides what every view needs. */
export interface IncidentDetails {
  readonly steps: readonly StepRecord[];
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
  const steps = stepsOfIncident(reading, details.steps);
  const rows = new Map(steps.map(({ step, row }) => [step.id, row]));
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
    answerable: answerable(reading),
    steps: steps.map((step) => stepView(reading, step, rows)),
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
    closing: closingLists(reading, steps),
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

function answerable(reading: Reading): IncidentView['answerable'] {
  const { incident, spec, values } = reading;
  const mayAnswer = Object.keys(spec.roles).some((role) => mayFillRole(reading, role));
  if (incident.closedAt !== undefined || !mayAnswer) return [];
  return Object.values(spec.facts)
    .filter(({ from, ask }) => from !== 'decision' && ask !== undefined)
    .map((fact) => {
      const hidden = !reading.mayReadProtected && isHiddenFact(fact);
      return factField(reading, fact, {
        required: false,
        value: hidden ? undefined : values[fact.id],
      });
    });
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
  const { actor, incident, index, names, spec, values } = reading;
  const pending = incident.pendingSwitch;
  if (!pending) return {};
  // The judge is named by the switch of the standard it leaves; a switch by hand goes to the leader.
  const written = index
    .procedure(pending.from)
    .switches.find(({ to }) => (typeof to === 'string' ? to : values[to.fact]) === pending.to);
  const judge = pending.judge ?? written?.approve.by ?? spec.settings.leader;
  return {
    pendingSwitch: {
      to: pending.to,
      title: procedureTitle(reading, pending.to),
      by: names.person(pending.by ?? ''),
      ...(written && { because: written.because }),
      basis: basisViews(index.procedure(pending.from), written?.basis ?? []),
      ...(pending.note !== undefined && reading.mayReadProtected && { note: pending.note }),
      mayJudge: pending.by !== actor.person && mayFillRole(reading, judge),
    },
  };
}
