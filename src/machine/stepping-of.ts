import type { Calendar } from '../model/calendar.ts';
import type { ProcedureSpec } from '../model/procedure-spec.ts';
import { procedureMachine } from './procedure-machine.ts';
import type { Stepping } from './step.ts';

/** Makes a spec ready to step: builds its machine, under the calendar in force (the spec's own when none was published). */
export const steppingOf = (spec: ProcedureSpec, calendar?: Calendar): Stepping => ({
  spec,
  machine: procedureMachine(spec),
  calendar: calendar ?? spec.settings.calendar,
});
