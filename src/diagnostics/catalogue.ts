import type { Problem } from '../model/diagnostic.ts';
import { fileProblemSamples } from './file-problems.ts';
import { repeatProblemSamples } from './repeat-problems.ts';
import { ruleSetProblemSamples } from './rule-set-problems.ts';
import { scenarioProblemSamples } from './scenario-problems.ts';
import { schemaProblemSamples } from './schema-problems.ts';
import { feedbackProblemSamples } from './feedback-problems.ts';
import { standardProblemSamples } from './standard-problems.ts';
import { secondPersonProblemSamples } from './second-person-problems.ts';
import { stepProblemSamples } from './step-problems.ts';
import { unknownNameSamples } from './unknown-name.ts';
import { vocabularyProblemSamples } from './vocabulary-problems.ts';
import { nameCauseSamples } from './name-causes.ts';
import { yamlProblemSamples } from './yaml-problems.ts';

/** A sample of every problem there is, family by family: the tests hold their wording, the docs list them. */
export const catalogue: readonly Problem[] = [
  ...fileProblemSamples,
  ...yamlProblemSamples,
  ...schemaProblemSamples,
  ...unknownNameSamples,
  ...vocabularyProblemSamples,
  ...nameCauseSamples,
  ...[...standardProblemSamples, ...feedbackProblemSamples].sort((a, b) =>
    a.code.localeCompare(b.code),
  ),
  ...[...stepProblemSamples, ...repeatProblemSamples].sort((a, b) => a.code.localeCompare(b.code)),
  ...secondPersonProblemSamples,
  ...ruleSetProblemSamples,
  ...scenarioProblemSamples,
];
