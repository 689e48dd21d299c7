import { Type, type Static } from 'typebox';
import { IncidentList } from '../../contract/incident-contract.ts';
import { Digits, Name, namePattern } from '../../contract/text-contract.ts';
import type { Text } from '../../model/text.ts';
import type { IncidentNarrowing } from '../../store/ports/incidents.ts';
import { placeInList } from '../../store/place-in-list.ts';
import { asReader, type AccessActor } from '../access/access-actor.ts';
import { withAccessEach, type FoundIncident } from '../access/find-incident.ts';
import { loadReadings } from '../access/load-reading.ts';
import { mayIncident } from '../access/may-incident.ts';
import { recordProtectedReading } from '../access/record-protected-reading.ts';
import { readerOf } from '../accounts/reader.ts';
import type { ApiApp } from '../api-app.ts';
import type { ApiContext } from '../api-context.ts';
import { fieldProblem } from '../problems/field-problem.ts';
import { sendProblem } from '../problems/send-problem.ts';
import { cursorOf, placeAt } from '../views/incident-cursor.ts';
import { incidentLine } from '../views/incident-line.ts';
import { soughtWords } from '../views/sought-words.ts';
import { viewEach } from '../views/view-each.ts';
import { waitsFor } from '../views/waits-for.ts';
import { withProblems } from './with-problems.ts';

// A name that is not here is refused: a narrowing that nobody reads would show more than was asked for.
const Narrowing = Type.Object(
  {
    find: Type.Optional(
      Type.String({
        maxLength: 200,
        pattern: namePattern,
        description: 'Words of the number, type, unit, place or report; each has to be found.',
      }),
    ),
    closed: Type.Optional(Type.Enum(['true', 'false'])),
    standard: Type.Optional(Name(64)),
    unit: Type.Optional(Name(64)),
    priority: Type.Optional(Digits(6, 'Of this priority only.')),
    limit: Type.Optional(Digits(6, 'At most 200; 50 when absent.')),
    after: Type.Optional(
      Type.String({
        maxLength: 500,
        pattern: namePattern,
        description: '`next` of the page before this one.',
      }),
    ),
  },
  { additionalProperties: false },
);

const limitMax = 200;

/** `GET /api/incidents`: a page of those the reader may see: nobody prompted first, then late ones, then the nearest due. */
export function getIncidents(app: ApiApp, context: ApiContext): void {
  const schema = {
    querystring: Narrowing,
    response: withProblems({ 200: IncidentList }),
    tags: ['incidents'],
  };
  app.get('/api/incidents', { schema }, async (request, reply) => {
    const { actor } = readerOf(request);
    const { limit = '50', after: cursor } = request.query;
    const after = cursor === undefined ? undefined : placeAt(cursor);
    if (cursor !== undefined && after === undefined) {
      return sendProblem(request, reply, fieldProblem('/querystring/after', notACursor));
    }
    const narrow = await narrowing(context, actor, request.query);
    const limited = Math.max(1, Math.min(Number(limit), limitMax));
    const [found, counts] = await Promise.all([
      // One more than is shown tells whether there are more.
      context.store.incidents.list({ ...narrow, limit: limited + 1, ...(after && { after }) }),
      context.store.incidents.count(narrow, after),
    ]);
    const records = found.slice(0, limited);
    const last = found.length > limited ? records.at(-1) : undefined;
    const [founds, reports] = await Promise.all([
      withAccessEach(context, records),
      context.store.reports.firstOf(records.map(({ id }) => id)),
    ]);
    const waiting = await waitingIn(context, actor, founds);
    const lines = founds.map((found) => {
      const mayReadProtected = mayIncident(context, actor, 'readProtected', found);
      return {
        found,
        mayReadProtected,
        report: reports.get(found.incident.id),
        waitsFor: waiting.get(found.incident.id),
      };
    });
    await recordProtectedReading(context, {
      person: actor.person,
      incidents: lines
        .filter(({ found, mayReadProtected }) => found.access.isProtected && mayReadProtected)
        .map(({ found }) => found.incident.id),
      what: 'incidents',
    });
    const incidents = await viewEach(
      context.store.unreadable,
      lines,
      ({ found }) => `incidents ${found.incident.id}`,
      ({ found, ...told }) => incidentLine(found, told),
    );
    return { incidents, ...counts, ...(last && { next: cursorOf(placeInList(last)) }) };
  });
}

// Of those in which nobody is prompted it is said what they wait for; there should be none.
async function waitingIn(
  context: ApiContext,
  actor: AccessActor,
  founds: readonly FoundIncident[],
): Promise<ReadonlyMap<string, Text[]>> {
  const wanted = founds.filter(({ incident }) => incident.nobodyPrompted);
  const readings = await loadReadings(
    context,
    actor,
    wanted.map((found) => ({ found, steps: true })),
  );
  return new Map(readings.map(({ reading }) => [reading.incident.id, waitsFor(reading)]));
}

const notACursor: Text = {
  zh: '不是上一页给出的 `next`；去掉它从头看',
  en: 'is not the `next` of a page: leave it out to begin at the first',
};

async function narrowing(
  { directory, releases }: ApiContext,
  actor: AccessActor,
  query: Static<typeof Narrowing>,
): Promise<IncidentNarrowing> {
  const { find = '', closed, standard, unit: below, priority } = query;
  const names = await directory.names();
  return {
    reader: { ...asReader(actor), roles: actor.roles },
    sought: soughtWords(find, { index: releases.active, names }),
    ...(closed !== undefined && { closed: closed === 'true' }),
    ...(standard !== undefined && { procedure: standard }),
    ...(below !== undefined && { units: names.tree.below(below) }),
    ...(priority !== undefined && { priority: Number(priority) }),
  };
}
