import { Type } from 'typebox';
import { IncidentList } from '../../contract/incident-contract.ts';
import { Name } from '../../contract/text-contract.ts';
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
    const names = await context.directory.names();
    const lines = records.map(async (incident) =>
      incidentLine(incident, { names, index: await context.releases.byHash(incident.release) }),
    );
    return { incidents: await Promise.all(lines) };
  });
}
