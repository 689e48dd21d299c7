import { Dossier } from '../../contract/dossier-contract.ts';
import { accessProblem } from '../access/access-problem.ts';
import { findIncident } from '../access/find-incident.ts';
import { recordProtectedReading } from '../access/record-protected-reading.ts';
import { readerOf } from '../accounts/reader.ts';
import type { ApiApp } from '../api-app.ts';
import type { ApiContext } from '../api-context.ts';
import { exportDossier } from '../dossier/export-dossier.ts';
import { problemCatalogue } from '../problems/problem-catalogue.ts';
import { sendProblem } from '../problems/send-problem.ts';
import { IncidentParams } from './incident-params.ts';
import { withProblems } from './with-problems.ts';

/**
 * `GET /api/incidents/:id/dossier`: the log as it was hashed, with its receipts, signed, for the offline verifier. What it
 * commits to is in it in clear: who may not read what is protected gets no dossier rather than half of one.
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
    const wanted = { incident: id, action: 'readDossier' } as const;
    const problem = await accessProblem(context, actor, found, wanted);
    if (!found || problem) {
      return sendProblem(request, reply, problem ?? problemCatalogue.incidentUnknown);
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
