import type { ErasureNote } from '../../contract/dossier-contract.ts';
import type { Erasures } from '../../store/ports/erasures.ts';
import { moment } from './moment.ts';

/** The erasures of an incident, as its dossier tells them. */
export const erasureNotes = (
  incident: string,
  { erasures, values }: Awaited<ReturnType<Erasures['ofIncident']>>,
): ErasureNote[] =>
  erasures.map(
    ({ id, reason, askedBy, askedAt, agreedBy = '', agreedAt = askedAt, targets = [] }) => {
      const target = targets.find((each) => each.incident === incident);
      return {
        id,
        reason,
        askedBy,
        askedAt: moment(askedAt),
        agreedBy,
        agreedAt: moment(agreedAt),
        values: values
          .filter(({ erasure }) => erasure === id)
          .map(({ commitment, fact }) => ({ commitment, fact })),
        reports: (target?.reports ?? []).map((report) => report.id),
        files: [...(target?.files ?? [])],
      };
    },
  );
