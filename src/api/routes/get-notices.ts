import { Notices } from '../../contract/directory-contract.ts';
import { readerOf } from '../accounts/reader.ts';
import type { ApiApp } from '../api-app.ts';
import type { ApiContext } from '../api-context.ts';
import { noticeLines } from '../events/notice-line.ts';
import { roleSettings } from '../release/role-settings.ts';
import { withProblems } from './with-problems.ts';

const noticesMax = 200;

/** `GET /api/notices`: what my roles were told: late marks, rungs, results. Newest first. */
export function getNotices(app: ApiApp, context: ApiContext): void {
  const schema = { response: withProblems({ 200: Notices }), tags: ['prompts'] };
  app.get('/api/notices', { schema }, async (request) => {
    const { actor } = readerOf(request);
    const settings = roleSettings(context.releases.active);
    if (!settings) return { notices: [] };
    const records = await context.store.notices.of({ actor, settings, limit: noticesMax });
    return { notices: await noticeLines(context, actor, records) };
  });
}
