import { ActTaken, CloseAct } from '../../contract/act-contract.ts';
import type { ApiApp } from '../api-app.ts';
import type { ApiContext } from '../api-context.ts';
import { answerAct } from './answer-act.ts';
import { IncidentParams } from './incident-params.ts';
import { KeyHeaders } from './key-headers.ts';
import { withProblems } from './with-problems.ts';

/** `POST /api/incidents/:id/close`: closes it, or names every step that stands in the way. */
export function postClose(app: ApiApp, context: ApiContext): void {
  const schema = {
    params: IncidentParams,
    headers: KeyHeaders,
    body: CloseAct,
    response: withProblems({ 200: ActTaken }),
    tags: ['acts'],
  };
  app.post('/api/incidents/:id/close', { schema }, async (request, reply) => {
    const { body, params } = request;
    return answerAct(
      context,
      { request, reply },
      {
        incident: params.id,
        access: 'close',
        content: { close: true, ...body },
        read: { act: { kind: 'close', ...(body.note !== undefined && { note: body.note }) } },
        happened: body.happened,
      },
    );
  });
}
