import { Suggested, ToldSoFar } from '../../contract/report-contract.ts';
import type { ApiApp } from '../api-app.ts';
import type { ApiContext } from '../api-context.ts';
import { suggestForReport } from '../intake/suggest-for-report.ts';
import { sendProblem } from '../problems/send-problem.ts';
import { withProblems } from './with-problems.ts';

/** `POST /api/reports/suggest`: what the words of a report suggest, and what it comes to so far. Nothing is kept. */
export function postSuggest(app: ApiApp, context: ApiContext): void {
  const schema = { body: ToldSoFar, response: withProblems({ 200: Suggested }), tags: ['reports'] };
  app.post('/api/reports/suggest', { schema }, async (request, reply) => {
    const suggesting = await suggestForReport(context, request.body);
    if (!suggesting.taken) return sendProblem(request, reply, suggesting.problem);
    return suggesting.suggested;
  });
}
