import type { ErasureView } from '../../contract/erasure-contract.ts';
import type { BackupRecord } from '../../store/ports/backups.ts';
import type { ErasureRecord } from '../../store/ports/erasures.ts';
import { countErased } from '../erasure/perform-erasure.ts';
import type { DirectoryNames } from './directory-names.ts';
import { moment } from './moment.ts';

/** An erasure as it is shown to who may ask for one. */
export const erasureView = (
  names: Pick<DirectoryNames, 'person'>,
  { id, scope, reason, askedBy, askedAt, agreedBy, agreedAt, targets, doneAt }: ErasureRecord,
  backups: readonly BackupRecord[] = [],
): ErasureView => {
  const { kind } = scope;
  const count = targets && countErased(targets);
  return {
    id,
    scope: {
      kind,
      ...(kind !== 'person' && { incident: scope.incident }),
      ...(kind === 'fact' && { fact: scope.fact }),
      ...(kind === 'person' && scope.words !== undefined && { person: scope.words }),
    },
    reason,
    askedBy: names.person(askedBy),
    askedAt: moment(askedAt),
    ...(agreedBy !== undefined && { agreedBy: names.person(agreedBy) }),
    ...(agreedAt !== undefined && { agreedAt: moment(agreedAt) }),
    ...(doneAt !== undefined && { doneAt: moment(doneAt) }),
    ...(doneAt !== undefined && {
      backups: backups
        .filter(({ made }) => made < doneAt)
        .map(({ made, folder }) => ({ made: moment(made), folder })),
    }),
    ...(count && { erased: { ...count, incidents: [...count.incidents] } }),
  };
};
