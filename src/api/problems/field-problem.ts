import type { Text } from '../../model/text.ts';
import type { ApiProblem, FieldProblem } from './api-problem.ts';
import { problemCatalogue } from './problem-catalogue.ts';

/** A problem with one field of the body, found after the schema was satisfied. */
export const fieldProblem = (pointer: string, detail: Text): ApiProblem =>
  fieldsProblem([{ pointer, detail }]);

/** A problem with several fields. */
export const fieldsProblem = (errors: readonly FieldProblem[]): ApiProblem => ({
  ...problemCatalogue.invalid,
  errors,
});
