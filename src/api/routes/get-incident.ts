import { IncidentView } from '../../contract/incident-contract.ts';
import { accessProblem } from '../access/access-problem.ts';
import { findIncident } from '../access/find-incident.ts';
import { loadReading } from '../access/load-reading.ts';
import { mayIncident } from '../access/may-incident.ts';
import { recordProtectedReading } from '../access/record-protected-reading.ts';
import { readerOf } from '../accounts/reader.ts';
import type { ApiApp } from '../api-app.ts';
import type { ApiContext } from '../api-context.ts';
import type { Text } from '../../model/text.ts';
import { isUnwatched, sicknessTexts } from '../health/sickness.ts';
import { problemCatalogue } from '../problems/problem-catalogue.ts';
import { sendProblem } from '../problems/send-problem.ts';
import { incidentView } from '../views/incident-view.ts';
import { IncidentParams } from './incident-params.ts';
import { withProblems } from './with-problems.ts';

/** `GET /api/incidents/:id`: facts, steps, decisions with reasons, log. 404 also where the reader may not know of it. */
export function getIncident(app: ApiApp, context: ApiContext): void {
  const schema = {
    params: IncidentParams,
    response: withProblems({ 200: IncidentView }),
    tags: ['incidents'],
  };
  app.get('/api/incidents/:id', { schema }, async (request, reply) => {
    const { actor } = readerOf(request);
    const { id } = request.params;
    const found = await findIncident(context, id);
    const wanted = { incident: id, action: 'readIncident' } as const;
    const problem = await accessProblem(context, actor, found, wanted);
    if (!found || problem) {
      return sendProblem(request, reply, problem ?? problemCatalogue.incidentUnknown);
    }
    const reading = await loadReading(context, actor, found);
    if (found.access.isProtected && reading.mayReadProtected) {
      await recordProtectedReading(context, {
        person: actor.person,
        incidents: [id],
        what: 'incident',
      });
    }
    const { files, log, reports } = context.store;
    const mayReadFiles = mayIncident(context, actor, 'readFile', found);
    const [told, entries, sent] = await Promise.all([
      reports.ofIncident(id),
      log.of(id),
      mayReadFiles ? files.of(id) : [],
    ]);
    return incidentView(reading, {
      actPermitted: mayIncident(context, actor, 'act', found),
      // Why it was taken for what it is was decided before it ran, and is kept with its report.
      decisions: [...told.flatMap(({ decision }) => decision ?? []), ...reading.decisions],
      reports: told,
      entries,
      files: sent,
      channels: context.titles.channels ?? {},
      unwatched: unwatched(context, id),
    });
  });
}

function unwatched({ watch }: ApiContext, id: string): Text | undefined {
  const sickness = watch.of(id);
  return sickness && isUnwatched(sickness) ? sicknessTexts[sickness.what].says : undefined;
}
