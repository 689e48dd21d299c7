import { NoticesSeen } from '../../contract/directory-contract.ts';
import { readerOf } from '../accounts/reader.ts';
import type { ApiApp } from '../api-app.ts';
import type { ApiContext } from '../api-context.ts';
import { roleSettings } from '../release/role-settings.ts';
import { withProblems } from './with-problems.ts';
import { Type } from 'typebox';

/** `POST /api/notices/seen`: what was shown to me counts as seen from now on; sent again it changes nothing. */
export function postNoticesSeen(app: ApiApp, context: ApiContext): void {
  const schema = {
    body: NoticesSeen,
    response: withProblems({ 204: Type.Null() }),
    tags: ['prompts'],
  };
  app.post('/api/notices/seen', { schema }, async (request, reply) => {
    const { actor } = readerOf(request);
    const { clock, releases, store } = context;
    const settings = roleSettings(releases.active);
    if (settings) {
      const limit = request.body.notices.length;
      const wanted = { actor, settings, among: request.body.notices, limit };
      const own = await store.notices.of(wanted);
      await store.notices.seen(
        own.map(({ id }) => id),
        actor.person,
        clock.now(),
      );
    }
    return reply.code(204).send(null);
  });
}
