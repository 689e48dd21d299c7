import { Dossier } from '../../contract/dossier-contract.ts';
import { findIncident } from '../access/find-incident.ts';
import { mayIncident } from '../access/may-incident.ts';
import { recordProtectedReading } from '../access/record-protected-reading.ts';
import { recordRefusal } from '../access/record-refusal.ts';
import { readerOf } from '../accounts/reader.ts';
import type { ApiApp } from '../api-app.ts';
import type { ApiContext } from '../api-context.ts';
import { exportDossier } from '../dossier/export-dossier.ts';
import { problemCatalogue } from '../problems/problem-catalogue.ts';
import { sendProblem } from '../problems/send-problem.ts';
import { IncidentParams } from './incident-params.ts';
import { withProblems } from './with-problems.ts';

/**
 * `GET /api/incidents/:id/dossier`: the log as it was hashed, with its receipts, signed, for the offline verifier. Notes in it are in clear and
 * the chain does not hold without them, so who may not read what is protected gets no dossier rather than half of one.
 */
export function getDossier(app: ApiApp, context: ApiContext): void {
  const schema = {
    params: IncidentParams,
    response: withProblems({ 200: Dossier }),
    tags: ['incidents'],
  };
  app.get('/api/incidents/:id/dossier', { schema }, async (request, reply) => {
    const { actor } = readerOf(request);
    const { id } = request.params;
    const found = await findIncident(context, id);
    if (!found) return sendProblem(request, reply, problemCatalogue.incidentUnknown);
    if (!mayIncident(context, actor, 'readDossier', found)) {
      const { code } = problemCatalogue.forbidden;
      await recordRefusal(context, {
        person: actor.person,
        action: 'readDossier',
        code,
        incident: id,
      });
      const mayKnow = mayIncident(context, actor, 'readIncident', found);
      return sendProblem(
        request,
        reply,
        problemCatalogue[mayKnow ? 'forbidden' : 'incidentUnknown'],
      );
    }
    if (found.access.isProtected) {
      await recordProtectedReading(context, {
        person: actor.person,
        incidents: [id],
        what: 'dossier',
      });
    }
    return exportDossier(context, actor.person, found.incident);
  });
}
