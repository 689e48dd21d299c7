import type { Directory } from '../../contract/directory-contract.ts';
import type { ReportDraft } from './report-draft.ts';

/** The units that can handle a report in the way that was chosen, or in any; also the one that is chosen already. */
export const handlingUnits = (
  units: Directory['units'],
  { handledAt, unit }: Pick<ReportDraft, 'handledAt' | 'unit'>,
): Directory['units'] =>
  units.filter(
    ({ id, handles }) =>
      id === unit || (handledAt === undefined ? handles.length > 0 : handles.includes(handledAt)),
  );
