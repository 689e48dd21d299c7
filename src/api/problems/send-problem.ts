import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ApiProblem } from './api-problem.ts';
import { askedLanguage } from './asked-language.ts';
import { problemDetails } from './problem-details.ts';

/** Answers with a problem as `application/problem+json`. */
export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  problem: ApiProblem,
): FastifyReply {
  if (problem.retryAfterSeconds !== undefined) {
    void reply.header('retry-after', String(problem.retryAfterSeconds));
  }
  // Serialised by hand: the content type is not one that the response schemas are written for.
  return reply
    .code(problem.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .serializer(JSON.stringify)
    .send(problemDetails(problem, askedLanguage(request)));
}
