import { actorOf } from '../../src/api/access/actor-of.ts';
import { createAuthorizer } from '../../src/api/access/authorizer.ts';
import { buildUnitTree } from '../../src/api/access/unit-tree.ts';
import type { SourceTree } from '../../src/model/source-tree.ts';

const tree = buildUnitTree([
  { id: 'bureau' },
  { id: 'sub-bureau', parent: 'bureau' },
  { id: 'station', parent: 'sub-bureau' },
]);
const actions = ['readIncident', 'readProtected', 'act'] as const;
let authorizer: ReturnType<typeof createAuthorizer> | undefined;

/** The permissions of each role for an incident of a station below, which has asked it or has not. */
export function accessLines({ vocabularies }: SourceTree): readonly string[] {
  authorizer ??= createAuthorizer();
  const { incident } = authorizer;
  const roles = Object.fromEntries(
    vocabularies.flatMap(({ source }) =>
      Object.entries(source.roles ?? {}).map(([id, role]) => [id, { id, ...role }] as const),
    ),
  );
  return Object.keys(roles).flatMap((role) => {
    const person = { id: 'p', name: { zh: '某', en: 'P' }, roles: [role], active: true };
    const actor = actorOf({ ...person, unit: 'sub-bureau' }, roles, { tree, people: [] });
    return [false, true].flatMap((isAsked) =>
      actions.map((action) => {
        const access = { id: 'i', unit: 'station', bindings: {}, isProtected: true };
        const asked = { ...access, asked: isAsked ? [role] : [] };
        const may = incident(actor, action, asked, tree).allowed ? 'may' : 'may not';
        return `${role} ${may} ${action}${isAsked ? ' where asked' : ''}`;
      }),
    );
  });
}
