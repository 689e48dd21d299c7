import { ActTaken, IncidentAct } from '../../contract/act-contract.ts';
import type { AccessActor } from '../access/access-actor.ts';
import { readerOf } from '../accounts/reader.ts';
import { incidentAct } from '../acts/incident-act.ts';
import { holderProblem } from '../acts/holder-problem.ts';
import { joiningAct } from '../acts/joining-act.ts';
import type { ReadAct } from '../acts/step-act.ts';
import type { WantedAct } from '../acts/wanted-act.ts';
import type { ApiApp } from '../api-app.ts';
import type { ApiContext } from '../api-context.ts';
import { fieldProblem } from '../problems/field-problem.ts';
import { answerAct } from './answer-act.ts';
import { IncidentParams } from './incident-params.ts';
import { KeyHeaders } from './key-headers.ts';
import { withProblems } from './with-problems.ts';

/** `POST /api/incidents/:id/acts`: answers facts, hands over, switches the standard, joins a report. */
export function postIncidentAct(app: ApiApp, context: ApiContext): void {
  const schema = {
    params: IncidentParams,
    headers: KeyHeaders,
    body: IncidentAct,
    response: withProblems({ 200: ActTaken }),
    tags: ['acts'],
  };
  app.post('/api/incidents/:id/acts', { schema }, async (request, reply) => {
    const { body, params } = request;
    const judges = body.action === 'agree-switch' || body.action === 'reject-switch';
    return answerAct(
      context,
      { request, reply },
      {
        incident: params.id,
        access: judges ? 'judge' : 'act',
        content: body,
        ...(await readAct(context, readerOf(request).actor, params.id, body)),
        happened: body.action === 'answer' ? body.happened : undefined,
      },
    );
  });
}

// The engine knows neither the inbox nor the directory: what an act names in them is looked up here.
async function readAct(
  context: ApiContext,
  actor: AccessActor,
  incident: string,
  body: IncidentAct,
): Promise<{ readonly read: ReadAct } & Pick<WantedAct, 'hold'>> {
  if (body.action === 'join') return joiningAct(context, actor, incident, body);
  const read = await known(context, body);
  if (body.action !== 'hand-over') return { read };
  const take = () => holderProblem(context, incident, body);
  return { read, hold: { take, letGo: async () => undefined } };
}

async function known({ directory }: ApiContext, body: IncidentAct): Promise<ReadAct> {
  if (body.action === 'hand-over') {
    const { people, tree } = await directory.names();
    if (!tree.has(body.unit)) {
      return {
        problem: fieldProblem('/unit', { zh: '没有这个单位', en: 'there is no such unit' }),
      };
    }
    const person = people.find(({ id }) => id === body.person);
    if (body.person !== undefined && !person) {
      return {
        problem: fieldProblem('/person', { zh: '没有这个人', en: 'there is no such person' }),
      };
    }
    // Bound to a unit that is not theirs, the role would be held by nobody that the unit knows.
    if (person && person.unit !== body.unit) {
      return {
        problem: fieldProblem('/person', {
          zh: '此人不在该单位',
          en: 'the person is not of this unit',
        }),
      };
    }
  }
  return incidentAct(body);
}
