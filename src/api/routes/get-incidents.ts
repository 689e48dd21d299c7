import { Type } from 'typebox';
import { IncidentList } from '../../contract/incident-contract.ts';
import { Name } from '../../contract/text-contract.ts';
import { withAccess } from '../access/find-incident.ts';
import { mayIncident } from '../access/may-incident.ts';
import { recordProtectedReading } from '../access/record-protected-reading.ts';
import { readerOf } from '../accounts/reader.ts';
import type { ApiApp } from '../api-app.ts';
import type { ApiContext } from '../api-context.ts';
import { incidentLine } from '../views/incident-line.ts';
import { withProblems } from './with-problems.ts';

const digits = (description: string) =>
  Type.Optional(Type.String({ pattern: '^[0-9]{1,6}$', description }));

const Narrowing = Type.Object({
  closed: Type.Optional(Type.Enum(['true', 'false'])),
  standard: Type.Optional(Name(64)),
  limit: digits('At most 200; 50 when absent.'),
  offset: digits('How many to pass over.'),
});

const limitMax = 200;

/** `GET /api/incidents`: those the reader may see, late ones first, then the nearest due. */
export function getIncidents(app: ApiApp, context: ApiContext): void {
  const schema = {
    querystring: Narrowing,
    response: withProblems({ 200: IncidentList }),
    tags: ['incidents'],
  };
  app.get('/api/incidents', { schema }, async (request) => {
    const { actor } = readerOf(request);
    const { closed, standard, limit = '50', offset = '0' } = request.query;
    const { person, unit, reach } = actor;
    const records = await context.store.incidents.list({
      reader: { person, unit, reach },
      ...(closed !== undefined && { closed: closed === 'true' }),
      ...(standard !== undefined && { procedure: standard }),
      limit: Math.min(Number(limit), limitMax),
      offset: Number(offset),
    });
    const [founds, reports] = await Promise.all([
      Promise.all(records.map((incident) => withAccess(context, incident))),
      context.store.reports.firstOf(records.map(({ id }) => id)),
    ]);
    const lines = founds.map((found) => {
      const mayReadProtected = mayIncident(context, actor, 'readProtected', found);
      return { found, mayReadProtected, report: reports.get(found.incident.id) };
    });
    await recordProtectedReading(context, {
      person: actor.person,
      incidents: lines
        .filter(({ found, mayReadProtected }) => found.access.isProtected && mayReadProtected)
        .map(({ found }) => found.incident.id),
      what: 'incidents',
    });
    return { incidents: lines.map(({ found, ...told }) => incidentLine(found, told)) };
  });
}
