import type { RoleSettings } from '../../store/ports/role-settings.ts';
import type { ReleaseIndex } from './release-index.ts';

/** By what the store finds who holds a role; absent in a release without any procedure. */
export const roleSettings = ({ settings }: ReleaseIndex): RoleSettings | undefined =>
  settings && {
    leader: settings.leader,
    ...(settings.facts.beat !== undefined && { beat: settings.facts.beat }),
  };
