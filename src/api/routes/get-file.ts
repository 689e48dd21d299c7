import type { Readable } from 'node:stream';
import { Type } from 'typebox';
import { Name } from '../../contract/text-contract.ts';
import { accessProblem } from '../access/access-problem.ts';
import { findIncident } from '../access/find-incident.ts';
import { readerOf } from '../accounts/reader.ts';
import type { ApiApp } from '../api-app.ts';
import type { ApiContext } from '../api-context.ts';
import { isShown } from '../files/media-type.ts';
import { problemCatalogue } from '../problems/problem-catalogue.ts';
import { sendProblem } from '../problems/send-problem.ts';
import { IncidentParams } from './incident-params.ts';
import { withProblems } from './with-problems.ts';

const FileParams = Type.Object({
  ...IncidentParams.properties,
  sha256: Name(64),
});

/** `GET /api/incidents/:id/files/:sha256`: a file of an incident. Each reading is written into the API's own log. */
export function getFile(app: ApiApp, context: ApiContext): void {
  const bytes = Type.Unsafe<Readable>({ type: 'string', format: 'binary' });
  const schema = { params: FileParams, response: withProblems({ 200: bytes }), tags: ['files'] };
  const url = '/api/incidents/:id/files/:sha256';
  app.get(url, { schema, exposeHeadRoute: false, compress: false }, async (request, reply) => {
    const { files, store, clock } = context;
    const { actor } = readerOf(request);
    const { person } = actor;
    const { id, sha256 } = request.params;
    const found = await findIncident(context, id);
    const wanted = { incident: id, action: 'readFile' } as const;
    const problem = await accessProblem(context, actor, found, wanted);
    if (problem) return sendProblem(request, reply, problem);
    const file = await store.files.find(id, sha256);
    const kept = file && (await files?.read(sha256));
    if (!file || !kept) return sendProblem(request, reply, problemCatalogue.fileUnknown);
    // Before the first byte of it: what was read is written down, also where the reader goes away.
    await store.apiLog.append('read-file', { person, incident: id, sha256 }, clock.now());
    const { name = sha256, type } = file;
    const way = isShown(type) ? 'inline' : 'attachment';
    return reply
      .type(type)
      .headers({
        'content-length': kept.size,
        'content-disposition': `${way}; filename*=UTF-8''${encodeURIComponent(name)}`,
        // Whatever is in it runs nothing here.
        'content-security-policy': "default-src 'none'; sandbox",
      })
      .send(kept.bytes);
  });
}
