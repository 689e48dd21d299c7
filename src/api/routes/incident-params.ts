import { Type } from 'typebox';
import { Name } from '../../contract/text-contract.ts';

/** The incident that an address names. */
export const IncidentParams = Type.Object({ id: Name(200) });

/** The step of an incident that an address names. */
export const StepParams = Type.Object({
  id: Name(200),
  step: Name(64),
});
