import { ActTaken, StepAct } from '../../contract/act-contract.ts';
import { readerOf } from '../accounts/reader.ts';
import { sentUnitProblem } from '../acts/sent-unit-problem.ts';
import { stepAct } from '../acts/step-act.ts';
import type { ApiApp } from '../api-app.ts';
import type { ApiContext } from '../api-context.ts';
import { answerAct } from './answer-act.ts';
import { StepParams } from './incident-params.ts';
import { KeyHeaders } from './key-headers.ts';
import { withProblems } from './with-problems.ts';

/** `POST /api/incidents/:id/steps/:step`: does a step, or judges, extends, re-opens it or deviates from it. */
export function postStepAct(app: ApiApp, context: ApiContext): void {
  const schema = {
    params: StepParams,
    headers: KeyHeaders,
    body: StepAct,
    response: withProblems({ 200: ActTaken }),
    tags: ['acts'],
  };
  app.post('/api/incidents/:id/steps/:step', { schema }, async (request, reply) => {
    const { body, params } = request;
    const judges = body.action === 'agree' || body.action === 'reject';
    return answerAct(
      context,
      { request, reply },
      {
        incident: params.id,
        access: judges ? 'judge' : 'act',
        content: { step: params.step, ...body },
        read: stepAct(params.step, body),
        hold: {
          take: () =>
            sentUnitProblem(context, readerOf(request), {
              incident: params.id,
              step: params.step,
              sent: body,
            }),
          letGo: async () => undefined,
        },
        happened: body.happened,
      },
    );
  });
}
