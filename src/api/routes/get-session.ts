import { Me } from '../../contract/session-contract.ts';
import { meView } from '../accounts/me-view.ts';
import { readerOf } from '../accounts/reader.ts';
import type { ApiApp } from '../api-app.ts';
import type { ApiContext } from '../api-context.ts';
import { withProblems } from './with-problems.ts';

/** `GET /api/session`: who I am, and what time it is. */
export function getSession(app: ApiApp, context: ApiContext): void {
  const schema = { response: withProblems({ 200: Me }), tags: ['session'] };
  app.get('/api/session', { schema }, (request) => meView(context, readerOf(request)));
}
