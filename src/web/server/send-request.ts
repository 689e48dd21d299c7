import type { ProblemDetails } from '../../contract/problem-contract.ts';
import type { Language } from '../language/language.ts';
import { comeAgain } from './come-again.ts';
import { readAnswer } from './read-answer.ts';
import { RequestFailure } from './request-failure.ts';
import { sendableBody } from './sendable-body.ts';

export interface ServerRequest {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  /** Idempotency-Key: one for each act, the same on each retry. */
  readonly key?: string;
  readonly language: Language;
}

const patienceMilliseconds = 30_000;

/** The JSON answer; every other outcome is thrown as a `RequestFailure`. */
export async function sendRequest(request: ServerRequest): Promise<unknown> {
  const response = await reach(request);
  if (response.ok) return response.status === 204 ? undefined : readJson(response);
  const problem = await readProblem(response);
  const later = comeAgain(response.status, response.headers.get('retry-after'), problem);
  if (later) throw later;
  const asksAgain = problem?.code === 'sign-in-not-recent';
  if (response.status === 401 && !asksAgain) throw new RequestFailure('signed-out', problem);
  if (response.status >= 500) throw new RequestFailure('broken', problem);
  throw new RequestFailure(problem ? 'refused' : 'broken', problem);
}

async function reach({ method, path, body, key, language }: ServerRequest): Promise<Response> {
  try {
    return await fetch(path, {
      method,
      headers: {
        accept: 'application/json',
        'accept-language': language,
        // A page of another site cannot add it: the server takes changes only with it.
        'x-requested-with': 'jiechu',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      ...(body === undefined ? {} : { body: sendableBody(body) }),
      signal: AbortSignal.timeout(patienceMilliseconds),
    });
  } catch {
    throw new RequestFailure('unreachable');
  }
}

// The connection can also break in the middle of the answer.
async function readJson(response: Response): Promise<unknown> {
  try {
    return readAnswer(await response.text());
  } catch {
    throw new RequestFailure('unreachable');
  }
}

async function readProblem(response: Response): Promise<ProblemDetails | undefined> {
  if (!response.headers.get('content-type')?.includes('json')) return undefined;
  const problem: unknown = await readJson(response);
  const isProblem = typeof problem === 'object' && problem !== null && 'code' in problem;
  return isProblem ? (problem as ProblemDetails) : undefined;
}
