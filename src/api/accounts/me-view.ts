import type { Me } from '../../contract/session-contract.ts';
import type { ApiContext } from '../api-context.ts';
import { moment } from '../views/moment.ts';
import { roleTitle } from '../views/title-of.ts';
import type { Reader } from './reader.ts';

/** The person who is signed in, with the time by which countdowns run. */
export async function meView(
  { authorizer, clock, directory, fileLimits, files, releases }: ApiContext,
  reader: Reader,
): Promise<Me> {
  const { id, name, unit, roles } = reader.person;
  const names = await directory.names();
  return {
    person: id,
    name,
    unit: { id: unit, title: names.unit(unit).name },
    roles: roles.map((role) => ({ id: role, title: roleTitle({ index: releases.active }, role) })),
    readsDues: authorizer.system(reader.actor, 'readDues', names.tree).allowed,
    readsEngine: authorizer.system(reader.actor, 'readMetrics', names.tree).allowed,
    ...(files && { fileBytesMax: fileLimits.fileBytesMax }),
    clock: { now: moment(clock.now()), factor: clock.factor },
  };
}
