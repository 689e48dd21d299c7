import { NewReport, ReportTaken } from '../../contract/report-contract.ts';
import { readerOf } from '../accounts/reader.ts';
import { idempotencyKey } from '../acts/idempotency-key.ts';
import type { ApiApp } from '../api-app.ts';
import type { ApiContext } from '../api-context.ts';
import { answerReport } from '../intake/answer-report.ts';
import { takeReport } from '../intake/take-report.ts';
import { problemCatalogue } from '../problems/problem-catalogue.ts';
import { sendProblem } from '../problems/send-problem.ts';
import { KeyHeaders } from './key-headers.ts';
import { withProblems } from './with-problems.ts';

/** `POST /api/reports`: keeps what was told, then starts its incident; `pending` while the engine is away. */
export function postReport(app: ApiApp, context: ApiContext): void {
  const schema = {
    headers: KeyHeaders,
    body: NewReport,
    response: withProblems({ 201: ReportTaken }),
    tags: ['reports'],
  };
  app.post('/api/reports', { schema }, async (request, reply) => {
    const reader = readerOf(request);
    const key = idempotencyKey(request);
    if (key === undefined) return sendProblem(request, reply, problemCatalogue.keyMissing);
    const taking = await takeReport(context, reader, { key, sent: request.body });
    if (!taking.taken) return sendProblem(request, reply, taking.problem);
    return reply.code(201).send(await answerReport(context, reader, taking.report));
  });
}
