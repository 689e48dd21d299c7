import type { ReportSummary } from '../../model/procedure-state.ts';
import { answerFacts } from './answer-facts.ts';
import { newFacts } from '../../procedure/given-facts.ts';
import { whoIsPrompted } from '../../procedure/who-is-prompted.ts';
import { note, withState, type About, type Progress } from './progress.ts';

/** Joins another report to a procedure: facts that nobody has answered yet are answered from it. */
export const joinReport = (
  progress: Progress,
  { report, facts }: Pick<ReportSummary, 'report' | 'facts'>,
  salt: string,
  about: About = { at: progress.now },
): Progress => {
  const { state, on } = progress;
  if (state.reports.includes(report)) return progress;
  const joined = note(withState(progress, { reports: [...state.reports, report] }), about, {
    kind: 'joined',
    report,
    tell: whoIsPrompted(on.spec, state),
  });
  return answerFacts(joined, newFacts(on.spec, state, facts), salt, about);
};
