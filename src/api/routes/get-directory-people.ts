import { Type } from 'typebox';
import { DirectoryPeople } from '../../contract/directory-contract.ts';
import { Name } from '../../contract/text-contract.ts';
import type { ApiApp } from '../api-app.ts';
import type { ApiContext } from '../api-context.ts';
import type { ReleaseIndex } from '../release/release-index.ts';
import { withProblems } from './with-problems.ts';

const Narrowing = Type.Object({ unit: Name(64), role: Type.Optional(Name(64)) });

/**
 * `GET /api/directory/people`: the active people of one unit, those who hold a role where one is named. Of one unit,
 * because a bureau has thousands.
 */
export function getDirectoryPeople(app: ApiApp, context: ApiContext): void {
  const schema = {
    querystring: Narrowing,
    response: withProblems({ 200: DirectoryPeople }),
    tags: ['directory'],
  };
  app.get('/api/directory/people', { schema }, async (request) => {
    const { unit, role } = request.query;
    const { roles } = context.releases.active;
    const names = await context.directory.names();
    const wanted = role === undefined ? undefined : standingFor(roles, role);
    const people = names.people.filter(
      (person) =>
        person.unit === unit &&
        (wanted === undefined || person.roles.some((held) => wanted.has(held))),
    );
    return {
      people: people.map((person) => ({
        id: person.id,
        name: person.name,
        unit: names.unit(person.unit),
        roles: person.roles.map((id) => ({ id, title: roles[id]?.title ?? { zh: id, en: id } })),
      })),
    };
  });
}

// A role that others stand for has no holders of its own: each holder of one of those holds it.
const standingFor = (roles: ReleaseIndex['roles'], role: string): ReadonlySet<string> =>
  new Set([role, ...Object.values((Object.hasOwn(roles, role) && roles[role]?.is) || {})]);
