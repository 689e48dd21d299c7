import pLimit from 'p-limit';
import { RepairBody, RepairView } from '../../contract/engine-contract.ts';
import { repairProcedure, type Repaired } from '../../worker/repair/repair-procedure.ts';
import { isOperator } from '../accounts/is-operator.ts';
import type { ApiApp } from '../api-app.ts';
import type { ApiContext } from '../api-context.ts';
import { calendarsByDigest } from '../health/calendars-by-digest.ts';
import { examineIncident } from '../health/examine-incident.ts';
import { problemCatalogue } from '../problems/problem-catalogue.ts';
import { sendProblem } from '../problems/send-problem.ts';
import { moment } from '../views/moment.ts';
import { IncidentParams } from './incident-params.ts';
import { withProblems } from './with-problems.ts';

/** `POST /api/incidents/:id/repair`: begins a procedure again from its log. For engineers, by the operator's token. */
export function postRepair(app: ApiApp, context: ApiContext): void {
  const schema = {
    params: IncidentParams,
    body: RepairBody,
    response: withProblems({ 200: RepairView }),
    tags: ['operation'],
  };
  // One after the other: of two at once each would stop what the other has just begun.
  const inTurn = pLimit(1);
  app.post('/api/incidents/:id/repair', { schema }, async (request, reply) => {
    void reply.header('cache-control', 'no-store');
    if (!isOperator(request.headers.authorization, context.operatorToken)) {
      return sendProblem(request, reply, problemCatalogue.forbidden);
    }
    const { id } = request.params;
    const { evenIfWell = false } = request.body;
    const repaired = await inTurn(() => repair(context, id, evenIfWell));
    if (repaired === 'well') return sendProblem(request, reply, problemCatalogue.nothingToRepair);
    if (repaired.outcome === 'unknown') {
      return sendProblem(request, reply, problemCatalogue.incidentUnknown);
    }
    const view = repairView(id, repaired, repaired.outcome);
    const { store, clock } = context;
    await store.apiLog.append('repaired', { ...view, address: request.ip }, clock.now());
    return view;
  });
}

async function repair(
  context: ApiContext,
  id: string,
  evenIfWell: boolean,
): Promise<Repaired | 'well'> {
  if (!evenIfWell && (await isWell(context, id))) return 'well';
  const { store, gateway, signer } = context;
  const calendars = await calendarsByDigest(context);
  const repaired = await repairProcedure({ store, gateway, signer, calendars }, id);
  // Before the next in turn asks whether it is well.
  context.watch.repaired(id);
  return repaired;
}

/** True where nothing is wrong with it. An unknown incident is not well, nor is one that ended without being closed. */
async function isWell(context: ApiContext, id: string): Promise<boolean> {
  const { store, watch } = context;
  const record = await store.incidents.get(id);
  if (record === undefined || watch.of(id) !== undefined) return false;
  if (record.closedAt !== undefined) return true;
  const found = await examineIncident(context, id, { isSuspect: true, isBehind: false });
  return found === undefined;
}

const repairView = (
  incident: string,
  { restored, seq, unlinked }: Repaired,
  outcome: RepairView['outcome'],
): RepairView => ({
  incident,
  outcome,
  restored,
  entries: seq,
  unlinked: unlinked.map(({ kind, step, by, received }) => ({
    kind,
    ...(step !== undefined && { step }),
    by,
    received: moment(received),
  })),
});
