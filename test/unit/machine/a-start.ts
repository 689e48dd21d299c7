import type { Start } from '../../../src/machine/acts/begin.ts';
import { scenarioActor } from '../../../src/simulate/scenario-act.ts';

/** What a procedure starts from where nothing hangs on it. */
export const aStart: Start = {
  id: 'x',
  release: 'r',
  report: { report: 'r', at: 0, channel: '110', unit: 'u', facts: {} },
  registrar: scenarioActor('registrar', 'u'),
  salt: 's',
};
