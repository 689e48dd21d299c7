import { cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, stringify } from 'yaml';
import type { OfficersSummary } from '../../src/cli/officers/officers-summary.ts';
import { readReports } from '../../src/cli/reports/read-reports.ts';
import { dossierFlaws } from '../../src/cli/verify/dossier-flaws.ts';
import { givenKeys } from '../../src/cli/verify/given-keys.ts';
import type { Dossier } from '../../src/contract/dossier-contract.ts';
import type { IncidentList } from '../../src/contract/incident-contract.ts';
import type { Officer } from './officer.ts';
import { temporaryFolder } from './system.ts';

const top = fileURLToPath(new URL('../..', import.meta.url));

/** From when to when on the clock. */
interface Hours {
  readonly from: string;
  readonly to: string;
}

interface Sample {
  readonly event?: string;
  readonly report: { readonly at?: unknown };
}

/**
 * A root with every so-many-th of the sample reports of some hours, and all that tell of the same event with them; how many there are.
 * Two cores take the whole day in some minutes, which a test has not.
 */
export function rootWithReports(
  every: number,
  hours: Hours = { from: '00:00', to: '24:00' },
): { readonly root: string; readonly count: number } {
  const root = temporaryFolder();
  for (const part of ['standards', 'rules', 'samples']) {
    cpSync(join(top, part), join(root, part), { recursive: true });
  }
  const folder = join(root, 'samples/reports');
  let [seen, count] = [0, 0];
  for (const file of readdirSync(folder)) {
    const text = readFileSync(join(folder, file), 'utf8');
    const all = [parse(text)].flat() as readonly Sample[];
    if (readReports(file, text).some((each) => 'reason' in each))
      throw new Error(`${file} is wrong`);
    const taken = new Set<string>();
    const kept = all.filter(({ event, report: { at } }) => {
      // One with a date counts as one with a time of day.
      const time = String(at).slice(-5);
      if (time < hours.from || time >= hours.to) return false;
      const isKept = event === undefined || !taken.has(event) ? seen++ % every === 0 : true;
      if (isKept && event !== undefined) taken.add(event);
      return isKept;
    });
    count += kept.length;
    writeFileSync(join(folder, file), kept.length === 0 ? '[]\n' : stringify(kept));
  }
  return { root, count };
}

/** Every incident that somebody may read. */
export async function incidentsOf(reader: Officer): Promise<IncidentList['incidents']> {
  const listed: IncidentList['incidents'] = [];
  let after = '';
  for (;;) {
    const path = `/api/incidents?limit=200${after}`;
    const { incidents, next } = await reader.read<IncidentList>(path);
    listed.push(...incidents);
    if (next === undefined) return listed;
    after = `&after=${next}`;
  }
}

/** The dossiers of all incidents, each checked; what is wrong with them. */
export async function allDossiers(
  reader: Officer,
  key: string,
): Promise<{ readonly dossiers: readonly Dossier[]; readonly flaws: readonly string[] }> {
  const dossiers: Dossier[] = [];
  const flaws: string[] = [];
  const keys = await givenKeys([key]);
  for (const { id } of await incidentsOf(reader)) {
    const dossier = await reader.read<Dossier>(`/api/incidents/${id}/dossier`);
    dossiers.push(dossier);
    flaws.push(...dossierFlaws(dossier, keys).map(({ text }) => `${id}: ${text.en}`));
  }
  return { dossiers, flaws };
}

/** The summary that `officers --json` and the demonstration give at the end. */
export const asSummary = (line: string | undefined): OfficersSummary =>
  JSON.parse(line ?? '{}') as OfficersSummary;

/** The number of acts that the officers say were taken. */
export const actsOf = ({ acts }: OfficersSummary): number =>
  Object.values(acts).reduce((sum, count) => sum + count, 0);

/** The receipts of what officers did; beginning an incident and joining one have theirs too, for who took the report. */
export const officersReceipts = (dossiers: readonly Dossier[]): Dossier['receipts'] =>
  dossiers
    .flatMap(({ receipts }) => receipts)
    .filter(({ kind }) => kind !== 'begin' && kind !== 'join');
