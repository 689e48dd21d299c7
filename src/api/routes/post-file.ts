import { Type } from 'typebox';
import { FileView } from '../../contract/file-contract.ts';
import { readerOf } from '../accounts/reader.ts';
import type { ApiApp } from '../api-app.ts';
import type { ApiContext } from '../api-context.ts';
import { fileName, fileNameHeaderMax } from '../files/file-name.ts';
import { mediaType } from '../files/media-type.ts';
import { takeFile } from '../files/take-file.ts';
import { problemCatalogue } from '../problems/problem-catalogue.ts';
import { sendProblem } from '../problems/send-problem.ts';
import { fileView } from '../views/file-view.ts';
import { IncidentParams } from './incident-params.ts';
import { withProblems } from './with-problems.ts';

const FileHeaders = Type.Object({
  'x-file-name': Type.Optional(
    Type.String({
      maxLength: fileNameHeaderMax,
      pattern: '^[!-~]*$',
      description: 'Percent-encoded UTF-8: an address would stand in logs.',
    }),
  ),
});

// A phone that lost its network holds on to what it has sent; one that says nothing is let go.
const silenceMilliseconds = 60_000;
const brokenOff = { taken: false, problem: problemCatalogue.malformed } as const;

/**
 * `POST /api/incidents/:id/files`: takes the body, of whatever type, as a file and answers with its hash. Sent again it
 * is the same file. An act then names it: `evidence: [{kind, reference, sha256}]`.
 */
export function postFile(app: ApiApp, context: ApiContext): void {
  void app.register(async (scope: ApiApp) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    const schema = {
      params: IncidentParams,
      headers: FileHeaders,
      consumes: ['*/*'],
      response: withProblems({ 201: FileView }),
      tags: ['files'],
    };
    // The bytes are counted as they come, and more of them refused.
    const bodyLimit = Number.MAX_SAFE_INTEGER;
    scope.post('/api/incidents/:id/files', { schema, bodyLimit }, async (request, reply) => {
      const { headers, params, raw } = request;
      const name = fileName(headers['x-file-name']);
      if (name === null) return sendProblem(request, reply, problemCatalogue.fileNameMalformed);
      raw.setTimeout?.(silenceMilliseconds, () => void raw.destroy());
      const taking = await takeFile(context, readerOf(request).actor, {
        incident: params.id,
        ...(name !== undefined && { name }),
        type: mediaType(headers['content-type']),
        // Destroyed, it would take the answer along.
        bytes: raw.iterator({ destroyOnReturn: false }),
        announced: Number(headers['content-length'] ?? 0),
      }).catch((error: unknown) => {
        // The sender is gone, and will send it again: no failure of ours.
        if (raw.destroyed && !raw.complete) return brokenOff;
        throw error;
      });
      if (taking.taken) return reply.code(201).send(fileView(taking.file));
      // The rest of the file is read to its end, or the sender would never read why.
      raw.resume();
      return sendProblem(request, reply, taking.problem);
    });
  });
}
