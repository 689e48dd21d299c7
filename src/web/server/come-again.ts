import type { ProblemDetails } from '../../contract/problem-contract.ts';
import { RequestFailure } from './request-failure.ts';

/** The failure in an answer that says when to come again; nothing where it does not say so. */
export function comeAgain(
  status: number,
  retryAfter: string | null,
  problem: ProblemDetails | undefined,
): RequestFailure | undefined {
  if (status !== 429 && status !== 503) return undefined;
  const seconds = Number(retryAfter ?? '');
  if (retryAfter === null || !Number.isFinite(seconds)) return undefined;
  return new RequestFailure('later', problem, Math.max(1, seconds));
}
