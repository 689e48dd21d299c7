import { ProblemDetails } from '../../contract/problem-contract.ts';

/** The answers of a route with the problems that any route may answer, for OpenAPI and the types. */
export const withProblems = <T extends object>(answers: T) => ({
  ...answers,
  '4xx': ProblemDetails,
  '5xx': ProblemDetails,
});
