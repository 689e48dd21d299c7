import { commitmentsIn, type Committed } from '../../model/commitments-in.ts';
import type { PersonalValue } from '../../model/log-entry.ts';
import type { Store } from '../../store/store.ts';
import {
  reportTexts,
  type ErasureScope,
  type ErasureTarget,
  type ReportErasure,
} from '../../store/ports/erasures.ts';
import type { ReportRecord } from '../../store/ports/reports.ts';
import type { ProcedureGateway } from '../../worker/client/procedure-gateway.ts';

/** Where it is looked for: what the store may not have yet the engine knows. */
interface Where {
  readonly store: Pick<Store, 'erasures' | 'files' | 'incidents' | 'log' | 'reports'>;
  readonly gateway: Pick<ProcedureGateway, 'view'>;
}

/** The choice of what an erasure takes away from one incident. */
interface Sought {
  readonly isSought: (value: PersonalValue) => boolean;
  readonly ofReport: (report: ReportRecord) => ReportErasure | undefined;
  readonly isFileSought: (name: string) => boolean;
  readonly files: boolean;
}

/** Finds everything that an erasure takes away: values and words, reports and files, in its incidents and in what they started. */
export async function findTargets(
  where: Where,
  scope: ErasureScope,
): Promise<readonly ErasureTarget[]> {
  switch (scope.kind) {
    case 'incident':
      return wholeIncident(where, scope.incident);
    case 'fact':
      return oneFact(where, scope);
    case 'person': {
      const { words = '' } = scope;
      const found = await where.store.erasures.incidentsWith(words);
      const sought = { ...holding([words]), files: false };
      const all = new Set(found);
      for (const incident of found) {
        for (const started of await startedBy(where, incident)) all.add(started);
      }
      return each([...all], (incident) => targetOf(where, incident, sought));
    }
  }
}

// Incidents that this one has started by itself go with it. A shared one loses only what this one told it.
async function wholeIncident(where: Where, incident: string): Promise<readonly ErasureTarget[]> {
  const values = Object.values(await where.store.log.personal(incident));
  const yes = () => true;
  const everything = { isSought: yes, ofReport: wholeReport, isFileSought: yes, files: true };
  const started = await startedBy(where, incident);
  const own = started.filter((id) => id.split(':').includes(incident));
  const shared = started.filter((id) => !own.includes(id));
  return [
    ...(await each([incident, ...own], (id) => targetOf(where, id, everything))),
    ...(await each(shared, (id) => targetOf(where, id, { ...told(values), files: false }))),
  ];
}

async function oneFact(
  where: Where,
  { incident, fact }: Extract<ErasureScope, { kind: 'fact' }>,
): Promise<readonly ErasureTarget[]> {
  const all = Object.values(await where.store.log.personal(incident));
  const values = all.filter((value) => value.fact === fact);
  const texts = values.map(({ value }) => String(value)).filter(({ length }) => length > 1);
  const inWords = holding(texts);
  const here: Sought = {
    isSought: (value) => value.fact === fact || inWords.isSought(value),
    ofReport: (report) => withFact(inWords.ofReport(report), report, fact),
    isFileSought: inWords.isFileSought,
    files: false,
  };
  const started = await startedBy(where, incident);
  const there = { ...told(values), files: false };
  return [
    ...(await each([incident], (id) => targetOf(where, id, here))),
    ...(await each(started, (id) => targetOf(where, id, there))),
  ];
}

const each = async (
  ids: readonly string[],
  find: (id: string) => Promise<ErasureTarget>,
): Promise<readonly ErasureTarget[]> => {
  const found: ErasureTarget[] = [];
  for (const id of ids) found.push(await find(id));
  return found;
};

async function targetOf(
  { store }: Where,
  incident: string,
  { isSought, ofReport, isFileSought, files }: Sought,
): Promise<ErasureTarget> {
  const [personal, entries, reports, all] = await Promise.all([
    store.log.personal(incident),
    store.log.of(incident),
    store.reports.ofIncident(incident),
    store.files.of(incident),
  ]);
  const values: readonly Committed[] = Object.values(personal)
    .filter(isSought)
    .map(({ commitment, fact }) => ({ commitment, fact }));
  const gone = new Set(values.map(({ commitment }) => commitment));
  const acts = entries.flatMap(({ act, data }) =>
    act !== undefined && commitmentsIn(data).some(({ commitment }) => gone.has(commitment))
      ? [act]
      : [],
  );
  return {
    incident,
    values,
    acts: [...new Set(acts)],
    facts: [...new Set(values.map(({ fact }) => fact))],
    reports: reports.flatMap((report) => ofReport(report) ?? []),
    files: files ? all.map(({ sha256 }) => sha256) : [],
    fileNames: all.flatMap(({ sha256, name = '' }) => (isFileSought(name) ? [sha256] : [])),
  };
}

/**
 * All procedures that an incident started, and those that these did. Each was told all answers when it was started: its
 * history holds them, whatever its log has of them.
 */
async function startedBy({ store, gateway }: Where, incident: string): Promise<readonly string[]> {
  const found = new Set<string>();
  const next = [incident];
  for (let id = next.pop(); id !== undefined; id = next.pop()) {
    const known = await gateway.view(id).catch(() => store.incidents.get(id));
    for (const started of known?.started ?? []) {
      if (found.has(started.id)) continue;
      found.add(started.id);
      next.push(started.id);
    }
  }
  return [...found];
}

const told = (values: readonly PersonalValue[]): Omit<Sought, 'files'> => ({
  isSought: ({ fact, value }) => values.some((one) => one.fact === fact && one.value === value),
  ofReport: () => undefined,
  isFileSought: () => false,
});

/** Whatever some words stand in. */
const holding = (texts: readonly string[]): Omit<Sought, 'files'> => {
  const isIn = (text: unknown): boolean =>
    text !== undefined && texts.some((each) => String(text).includes(each));
  return {
    isSought: ({ value }) => isIn(value),
    isFileSought: isIn,
    ofReport: (report) => {
      const texts = reportTexts.filter((text) => isIn(textOf(report)[text]));
      const facts = Object.entries(report.facts).flatMap(([fact, value]) =>
        isIn(value) ? [fact] : [],
      );
      return texts.length + facts.length === 0 ? undefined : { id: report.id, texts, facts };
    },
  };
};

const textOf = ({ text, place, reporter }: ReportRecord) => ({
  text,
  place,
  reporter_name: reporter?.name,
  reporter_phone: reporter?.phone,
});

const wholeReport = ({ id, facts }: ReportRecord): ReportErasure => ({
  id,
  texts: reportTexts,
  facts: Object.keys(facts),
});

const withFact = (
  found: ReportErasure | undefined,
  report: ReportRecord,
  fact: string,
): ReportErasure | undefined => {
  if (!Object.hasOwn(report.facts, fact)) return found;
  const { texts = [], facts = [] } = found ?? {};
  return { id: report.id, texts, facts: [...new Set([...facts, fact])] };
};
