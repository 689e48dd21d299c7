import type { ProblemDetails } from '../../contract/problem-contract.ts';

/**
 * `unreachable`: nobody knows whether it arrived, so the same key is sent again.
 * `signed-out`: sign in, then send again. `later`: the server says when to come again, with the same key.
 * `refused`: the server gave its reason. `broken`: it failed.
 */
export type FailureKind = 'unreachable' | 'signed-out' | 'later' | 'refused' | 'broken';

/** The session runs on and is not enough: the password is asked for once more, and the same is sent again. */
export const isUnconfirmed = (error: unknown): error is RequestFailure =>
  error instanceof RequestFailure && error.problem?.code === 'sign-in-not-recent';

export class RequestFailure extends Error {
  readonly kind: FailureKind;
  readonly problem: ProblemDetails | undefined;
  /** Of `later`: when. */
  readonly retryAfterSeconds: number;

  constructor(kind: FailureKind, problem?: ProblemDetails, retryAfterSeconds = 0) {
    super(problem?.title ?? kind);
    this.kind = kind;
    this.problem = problem;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** True where the act was certainly not taken: then the next try is a new act with a new key. */
export function isCertainlyNotTaken({ kind, problem }: RequestFailure): boolean {
  return kind === 'refused' && problem?.code !== 'key-reused';
}
