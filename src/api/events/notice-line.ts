import type { Notices } from '../../contract/directory-contract.ts';
import type { AccessActor } from '../access/access-actor.ts';
import type { NoticeRecord } from '../../store/ports/notices.ts';
import { findIncident } from '../access/find-incident.ts';
import { mayIncident } from '../access/may-incident.ts';
import { recordProtectedReading } from '../access/record-protected-reading.ts';
import type { ApiContext } from '../api-context.ts';
import { firstWords } from '../views/first-words.ts';
import { moment } from '../views/moment.ts';
import { noticeText } from '../views/notice-text.ts';
import type { Reading } from '../views/reading.ts';
import { viewEach } from '../views/view-each.ts';

/** Notices in words, as an actor may read them; what was called in again is told with its words. */
export async function noticeLines(
  context: ApiContext,
  actor: AccessActor,
  records: readonly NoticeRecord[],
): Promise<Notices['notices']> {
  const incidents = [...new Set(records.map(({ incident }) => incident))];
  const { unreadable } = context.store;
  const name = (id: string) => `incidents ${id}`;
  const found = await viewEach(unreadable, incidents, name, (id) => sourceOf(context, actor, id));
  const sources = new Map(found.flatMap((source) => (source ? [[source.id, source]] : [])));
  const told = await wordsOf(
    context,
    records.filter(({ incident }) => sources.get(incident)?.mayReadProtected === true),
  );
  await recordProtectedReading(context, {
    person: actor.person,
    incidents: [...told.incidents].filter((id) => sources.get(id)?.isProtected === true),
    what: 'notices',
  });
  const noticeName = ({ id }: NoticeRecord) => `notices ${id}`;
  const lines = await viewEach(unreadable, records, noticeName, (record) => {
    const source = sources.get(record.incident);
    // Gone since: a rebuild is under way.
    if (!source) return [];
    const { id, incident, at, role, seen, data } = record;
    const text = noticeText(source, data, told.words.get(id));
    return [{ id, incident, at: moment(at), role, text, seen }];
  });
  return lines.flat();
}

type Source = Pick<Reading, 'index' | 'spec' | 'mayReadProtected'> & {
  readonly id: string;
  readonly isProtected: boolean;
};

async function sourceOf(
  context: ApiContext,
  actor: AccessActor,
  id: string,
): Promise<Source | undefined> {
  const found = await findIncident(context, id);
  if (!found) return undefined;
  const { access, index, spec } = found;
  const mayReadProtected = mayIncident(context, actor, 'readProtected', found);
  return { id, index, spec, mayReadProtected, isProtected: access.isProtected };
}

/** The first words of the reports that notices tell of, by notice, and the incidents that they are of. */
async function wordsOf({ store }: ApiContext, records: readonly NoticeRecord[]) {
  const words = new Map<string, string>();
  const incidents = new Set<string>();
  for (const { id, incident, data } of records) {
    if (data.kind !== 'joined') continue;
    const report = await store.reports.get(data.report);
    if (report?.text === undefined) continue;
    words.set(id, firstWords(report.text));
    incidents.add(incident);
  }
  return { words, incidents };
}
