import type { PromptView } from '../../../../src/contract/prompt-contract.ts';
import type { StepView } from '../../../../src/contract/step-contract.ts';
import type { OfficerScript } from '../../../../src/cli/officers/officer-script.ts';
import { aStep } from '../../web/a-step.ts';

const title = { zh: '题', en: 'Title' };

/** A step as an officer is prompted to do it. */
export function aPrompt(step: Partial<StepView> = {}): PromptView {
  return {
    incident: 'I1',
    standard: { id: 'loss', title },
    priority: 3,
    wants: 'do',
    step: aStep({
      can: ['do', 'deviate'],
      opened: '2026-03-02T00:00:00.000Z',
      due: '2026-03-02T00:10:00.000Z',
      ...step,
    }),
  };
}

/** A script under which everybody is on time and nobody errs. */
export const aScript: OfficerScript = {
  seed: 'one',
  'leaves-after': '1d',
  takes: [{ within: ['1m', '1m'] }],
  late: [],
  deviations: [],
  mistakes: { 'wrong-order': 0, 'nothing-given': 0, 'closes-early': 0 },
  'written-later': { share: 0, by: ['1m', '2m'] },
  'second-person': { rejects: 0, 'note-when-rejecting': 'no', within: ['1m', '1m'] },
  'stands-in': [],
  'present-standard': [],
  answers: {},
  words: 'see statement',
};
