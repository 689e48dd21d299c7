import { Prompts } from '../../contract/prompt-contract.ts';
import { recordProtectedReading } from '../access/record-protected-reading.ts';
import { readerOf } from '../accounts/reader.ts';
import { loadPrompts } from '../acts/load-prompts.ts';
import { loadSwitches } from '../acts/load-switches.ts';
import type { ApiApp } from '../api-app.ts';
import type { ApiContext } from '../api-context.ts';
import { withProblems } from './with-problems.ts';

/** `GET /api/prompts`: what I have to do or judge, nearest due first. */
export function getPrompts(app: ApiApp, context: ApiContext): void {
  const schema = { response: withProblems({ 200: Prompts }), tags: ['prompts'] };
  app.get('/api/prompts', { schema }, async (request) => {
    const { actor } = readerOf(request);
    const { prompts, shownProtected } = await loadPrompts(context, actor);
    await recordProtectedReading(context, {
      person: actor.person,
      incidents: shownProtected,
      what: 'prompts',
    });
    return { prompts, switches: await loadSwitches(context, actor) };
  });
}
