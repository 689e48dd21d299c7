import type { ReportSummary } from '../../model/procedure-state.ts';
import { answerFacts } from './answer-facts.ts';
import { note, withState, type Progress } from './progress.ts';

/** Joins another report to a procedure: facts that nobody has answered yet are answered from it. */
export const joinReport = (progress: Progress, report: ReportSummary, salt: string): Progress => {
  const { state, on } = progress;
  if (state.reports.includes(report.report)) return progress;
  const about = { at: progress.now };
  const joined = note(withState(progress, { reports: [...state.reports, report.report] }), about, {
    kind: 'joined',
    report: report.report,
  });
  const unanswered = Object.entries(report.facts).filter(
    ([id]) => Object.hasOwn(on.spec.facts, id) && state.answers[id] === undefined,
  );
  return answerFacts(joined, Object.fromEntries(unanswered), salt, about);
};
