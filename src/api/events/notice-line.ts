import type { Notices } from '../../contract/directory-contract.ts';
import type { NoticeRecord } from '../../store/ports/notices.ts';
import type { ApiContext } from '../api-context.ts';
import { moment } from '../views/moment.ts';
import { noticeText } from '../views/notice-text.ts';
import type { Reading } from '../views/reading.ts';

/** The specs that the notices of some incidents are put into words by. */
export type NoticeSources = ReadonlyMap<string, Pick<Reading, 'index' | 'spec'>>;

/** Reads which specs incidents run on. */
export async function noticeSources(
  { releases, store }: ApiContext,
  incidents: readonly string[],
): Promise<NoticeSources> {
  const sources = new Map<string, Pick<Reading, 'index' | 'spec'>>();
  for (const id of incidents) {
    const incident = await store.incidents.get(id);
    if (!incident) continue; // gone since: a rebuild is under way
    const index = await releases.byHash(incident.release);
    sources.set(id, { index, spec: index.running(incident) });
  }
  return sources;
}

/** A notice in words; none where its incident was not found. */
export function noticeLine(record: NoticeRecord, sources: NoticeSources): Notices['notices'] {
  const source = sources.get(record.incident);
  if (!source) return [];
  const { id, incident, at, role, seen, data } = record;
  return [{ id, incident, at: moment(at), role, text: noticeText(source, data), seen }];
}
