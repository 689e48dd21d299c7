import type { ProblemDetails } from '../../contract/problem-contract.ts';

/** True where a refusal says more than its reason. */
export function refusalHasDetail(problem: ProblemDetails): boolean {
  const { code, detail, doneBy, role, open, waiting, undecided, unconfirmed, missing } = problem;
  const lists = [problem.errors, open, waiting, undecided, unconfirmed, missing];
  return (
    code === 'key-reused' ||
    [detail, doneBy, role].some((one) => one !== undefined) ||
    lists.some((list) => list !== undefined && list.length > 0)
  );
}
