import type { Calendar } from '../model/calendar.ts';
import type { ProcedureSpec } from '../model/procedure-spec.ts';
import { builtProcedure } from './built-procedure.ts';
import type { Stepping } from './step.ts';

/** Makes specs ready to step as one, under the calendar in force (the spec's own when none was published). */
export const steppingOf = (specs: readonly ProcedureSpec[], calendar?: Calendar): Stepping => {
  const { spec, machine } = builtProcedure(specs);
  return { spec, machine, calendar: calendar ?? spec.settings.calendar };
};
