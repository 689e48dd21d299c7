import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ApiContext } from '../api-context.ts';
import { problemCatalogue } from '../problems/problem-catalogue.ts';
import { sendProblem } from '../problems/send-problem.ts';
import { credentialOf, findReader } from './find-reader.ts';
import { isCrossSite } from './is-cross-site.ts';

/** A hook before routes that need to know who asks: answers 401 or 403, or sets `request.reader`. */
export const requireSignIn =
  (context: ApiContext) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    const credential = credentialOf(request, context);
    if (isCrossSite(request, credential?.from)) {
      return sendProblem(request, reply, problemCatalogue.crossSite);
    }
    const reader = credential && (await findReader(context, credential.token));
    if (!reader) return sendProblem(request, reply, problemCatalogue.signInNeeded);
    request.reader = reader;
    // What a person may see is theirs alone: no cache in between keeps it.
    void reply.header('cache-control', 'no-store');
    return undefined;
  };
