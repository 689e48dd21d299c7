import type { ProcedureState } from '../../model/procedure-state.ts';
import type { StartRequest } from '../../model/start-request.ts';
import type { Verdict } from '../../model/verdict.ts';
import { chainStart } from '../log-chain.ts';
import { freshRow } from '../../procedure/row-of.ts';
import { type Stepping } from '../step.ts';
import { answerFacts, tableKeysOf } from './answer-facts.ts';
import { applyVerdict } from './apply-verdict.ts';
import { bindRoles } from './bind-roles.ts';
import { firstAnswers } from '../../procedure/first-answers.ts';
import { note, startProgress, type Progress } from './progress.ts';

/** Starts a procedure: every step waits, then the first truths open what may open. */
export const begin = (on: Stepping, start: StartRequest, verdict: Verdict): Progress => {
  const { report, received: now } = start;
  const answers = firstAnswers(on.spec, report.facts);
  const state: ProcedureState = {
    id: start.id,
    first: on.spec.id,
    procedure: on.spec.id,
    beside: [],
    priority: Number(answers[on.spec.settings.facts.priority]),
    unit: report.unit,
    table: {
      rows: Object.fromEntries(on.spec.order.map((id) => [id, freshRow(id)])),
      holds: [],
      report: report.at,
      tableKeys: tableKeysOf(on.spec, answers),
    },
    answers: {},
    commitments: {},
    bindings: {},
    decisions: [],
    reports: [report.report],
    started: [],
    asked: [],
    performed: [],
    judgedSwitches: [],
    receipts: [],
    head: { seq: 0, hash: chainStart },
    logTime: now,
    calendar: on.calendar,
  };
  const about = { at: now, by: start.registrar.person };
  const started = note(startProgress(on, state, now), about, {
    kind: 'started',
    procedure: on.spec.id,
    procedureKind: on.spec.kind,
    release: start.release,
    report: report.report,
    reportedAt: report.at,
    channel: report.channel,
    unit: report.unit,
    priority: state.priority,
  });
  const bound = bindRoles(started, about, start.registrar);
  const answered = answerFacts(bound, answers, start.salt, about);
  return applyVerdict(answered, verdict, about);
};
