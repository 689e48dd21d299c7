import type { StartRequest } from '../../../src/model/start-request.ts';
import { scenarioActor } from '../../../src/simulate/scenario-act.ts';

/** The start of a procedure on which nothing hangs. */
export const aStart: StartRequest = {
  id: 'x',
  release: 'r',
  procedure: 'p',
  report: { report: 'r', at: 0, channel: '110', unit: 'u', facts: {} },
  registrar: scenarioActor('registrar', 'u'),
  received: 0,
  salt: 's',
};
