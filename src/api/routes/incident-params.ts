import { Type } from 'typebox';

/** The incident that an address names. */
export const IncidentParams = Type.Object({ id: Type.String({ minLength: 1, maxLength: 200 }) });

/** The step of an incident that an address names. */
export const StepParams = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 200 }),
  step: Type.String({ minLength: 1, maxLength: 64 }),
});
