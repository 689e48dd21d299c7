import { Type } from 'typebox';
import { Dues } from '../../contract/dues-contract.ts';
import { Digits, Name } from '../../contract/text-contract.ts';
import type { DuePart } from '../../store/ports/dues.ts';
import { asReader } from '../access/access-actor.ts';
import { withAccess, type FoundIncident } from '../access/find-incident.ts';
import { recordRefusal } from '../access/record-refusal.ts';
import type { UnitTree } from '../access/unit-tree.ts';
import { readerOf } from '../accounts/reader.ts';
import type { ApiApp } from '../api-app.ts';
import type { ApiContext } from '../api-context.ts';
import { problemCatalogue } from '../problems/problem-catalogue.ts';
import { sendProblem } from '../problems/send-problem.ts';
import { dueLine } from '../views/due-line.ts';
import { moment } from '../views/moment.ts';
import { viewEach } from '../views/view-each.ts';
import { prioritiesOf } from '../views/priorities-of.ts';
import { withProblems } from './with-problems.ts';

const Narrowing = Type.Object({
  unit: Type.Optional(Name(64)),
  standard: Type.Optional(Name(64)),
  priority: Type.Optional(Digits(3)),
  within: Type.Optional(Digits(4, 'Minutes ahead; 60 when absent.')),
  beyond: Type.Optional(
    Digits(4, 'Minutes beyond, whose lines are listed too and not counted; 0 when absent.'),
  ),
});

const linesMax = 100;
const minuteMilliseconds = 60_000;

/** `GET /api/dues`: what is late and what falls due soon, in the units that the reader leads, with who has it. */
export function getDues(app: ApiApp, context: ApiContext): void {
  const schema = {
    querystring: Narrowing,
    response: withProblems({ 200: Dues }),
    tags: ['prompts'],
  };
  app.get('/api/dues', { schema }, async (request, reply) => {
    const { actor } = readerOf(request);
    const { unit, standard, priority, within = '60', beyond = '0' } = request.query;
    const { person, access } = actor;
    const names = await context.directory.names();
    if (!context.authorizer.system(actor, 'readDues', names.tree).allowed) {
      const { code } = problemCatalogue.forbidden;
      await recordRefusal(context, { person, action: 'readDues', code });
      return sendProblem(request, reply, problemCatalogue.forbidden);
    }
    const now = context.clock.now();
    const { late, soon } = await context.store.dues.of({
      reader: asReader(actor),
      now,
      until: now + (Number(within) + Number(beyond)) * minuteMilliseconds,
      counted: now + Number(within) * minuteMilliseconds,
      ...(unit !== undefined && { units: names.tree.below(unit) }),
      ...(standard !== undefined && { procedure: standard }),
      ...(priority !== undefined && { priority: Number(priority) }),
      limit: linesMax,
    });
    const index = context.releases.active;
    const lines = linesOf(context);
    return {
      read: moment(now),
      late: await lines(late),
      soon: await lines(soon),
      units: downward(names.tree, access.reads).map(names.unit),
      standards: Object.values(index.release.procedures).map(({ id, title }) => ({ id, title })),
      priorities: prioritiesOf(index),
    };
  });
}

// Each behind the unit above it.
const downward = ({ upward }: UnitTree, units: readonly string[]): readonly string[] =>
  [...units].sort((one, other) => {
    const [path, otherPath] = [one, other].map((unit) => upward(unit).toReversed().join(' '));
    return path! < otherPath! ? -1 : 1;
  });

// Several lines may be of one incident.
function linesOf(context: ApiContext): (part: DuePart) => Promise<Dues['late']> {
  const founds = new Map<string, Promise<FoundIncident>>();
  return async ({ total, records }) => {
    const name = ({ incident, step }: DuePart['records'][number]) =>
      step ? `steps ${incident.id} ${step.step}` : `incidents ${incident.id}`;
    const lines = await viewEach(context.store.unreadable, records, name, async (record) => {
      const { incident } = record;
      const found = founds.get(incident.id) ?? withAccess(context, incident);
      founds.set(incident.id, found);
      return dueLine(await found, record);
    });
    return { total, lines };
  };
}
