import type { RoleSettings } from '../../store/ports/role-settings.ts';
import type { ReleaseIndex } from './release-index.ts';

/** By what the store finds who holds a role; absent in a release without any procedure. */
export const roleSettings = ({ roles, settings }: ReleaseIndex): RoleSettings | undefined =>
  settings && {
    leader: settings.leader,
    downward: Object.values(roles).flatMap(({ id, bound }) => (bound === 'shift' ? [id] : [])),
    ...(settings.facts.beat !== undefined && { beat: settings.facts.beat }),
  };
