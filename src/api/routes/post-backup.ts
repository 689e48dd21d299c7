import { BackupAsked, BackupCopied } from '../../contract/backup-contract.ts';
import { isOperator } from '../accounts/is-operator.ts';
import type { ApiApp } from '../api-app.ts';
import type { ApiContext } from '../api-context.ts';
import { problemCatalogue } from '../problems/problem-catalogue.ts';
import { sendProblem } from '../problems/send-problem.ts';
import { withProblems } from './with-problems.ts';

/**
 * `POST /api/backups`: copies the database and the histories into an empty folder of the server, while it runs. For the
 * engineers alone, by the operator's token.
 */
export function postBackup(app: ApiApp, context: ApiContext): void {
  const schema = {
    body: BackupAsked,
    response: withProblems({ 201: BackupCopied }),
    tags: ['operation'],
  };
  app.post('/api/backups', { schema }, async (request, reply) => {
    void reply.header('cache-control', 'no-store');
    if (!isOperator(request.headers.authorization, context.operatorToken)) {
      return sendProblem(request, reply, problemCatalogue.forbidden);
    }
    if (!context.copyTogether) return sendProblem(request, reply, problemCatalogue.notEmbedded);
    const copied = await context.copyTogether(request.body.folder);
    if ('refused' in copied) {
      return sendProblem(request, reply, {
        ...problemCatalogue.backupRefused,
        text: copied.refused,
      });
    }
    return reply.code(201).send(copied);
  });
}
