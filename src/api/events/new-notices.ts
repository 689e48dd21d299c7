import type { Notices } from '../../contract/directory-contract.ts';
import type { Reader } from '../accounts/reader.ts';
import type { ApiContext } from '../api-context.ts';
import { roleSettings } from '../release/role-settings.ts';
import { noticeLines } from './notice-line.ts';

const noticesMax = 20;

/** The notices to the reader's roles by entries of an incident from one on, unseen by the reader, oldest first. */
export async function newNotices(
  context: ApiContext,
  { actor }: Reader,
  incident: string,
  from: number,
): Promise<Notices['notices']> {
  const settings = roleSettings(context.releases.active);
  if (!settings) return [];
  const records = await context.store.notices.of({
    actor,
    settings,
    incident,
    unseen: true,
    from,
    limit: noticesMax,
  });
  return noticeLines(context, actor, records.toReversed());
}
