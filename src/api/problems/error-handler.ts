import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { isDiskFull } from '../../store/is-disk-full.ts';
import { isStoreAway } from '../../store/is-store-away.ts';
import { UnreadableRow } from '../../store/unreadable-rows.ts';
import { BrokenAct } from '../../worker/client/broken-act.ts';
import type { ApiProblem } from './api-problem.ts';
import { problemCatalogue } from './problem-catalogue.ts';
import { sendProblem } from './send-problem.ts';
import { validationProblem } from './validation-problem.ts';

/** Answers what a route threw, or Fastify refused before it, as a problem; never with a stack. */
export function answerError(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const problem = problemOf(error);
  if (problem.status >= 500) request.log.error(error);
  void sendProblem(request, reply, problem);
}

const byCode: Readonly<Record<string, ApiProblem>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: problemCatalogue.tooLarge,
  FST_ERR_CTP_INVALID_MEDIA_TYPE: problemCatalogue.mediaType,
  FST_ERR_CTP_EMPTY_JSON_BODY: problemCatalogue.malformed,
  FST_ERR_CTP_INVALID_JSON_BODY: problemCatalogue.malformed,
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: problemCatalogue.malformed,
  JIECHU_BODY_TOO_SLOW: problemCatalogue.bodyTooSlow,
  JIECHU_TOO_MANY_REQUESTS: problemCatalogue.tooManyRequests,
  FST_ERR_BAD_URL: problemCatalogue.addressMalformed,
  // No incident and no step has so long a name.
  FST_ERR_MAX_PARAM_LENGTH: problemCatalogue.notFound,
};

function problemOf(error: FastifyError): ApiProblem {
  if (error.validation)
    return validationProblem(error.validation, error.validationContext ?? 'body');
  const known = byCode[error.code];
  if (known) return known;
  if (error instanceof BrokenAct) return problemCatalogue.engineBroken;
  if (error instanceof UnreadableRow) return problemCatalogue.unreadable;
  if (isDiskFull(error)) return problemCatalogue.diskFull;
  if (isStoreAway(error)) return problemCatalogue.storeAway;
  const status = error.statusCode ?? 500;
  // So the pages' folder says that an address climbs out of it.
  if (status === 403) return problemCatalogue.notFound;
  return status >= 400 && status < 500
    ? { ...problemCatalogue.malformed, status }
    : problemCatalogue.internal;
}
