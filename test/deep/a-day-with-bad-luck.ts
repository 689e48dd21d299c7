import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import type { OfficersSummary } from '../../src/cli/officers/officers-summary.ts';
import type { IntakeSummary } from '../../src/cli/intake/intake-summary.ts';
import type { Dossier } from '../../src/contract/dossier-contract.ts';
import type { LogEntry } from '../../src/model/log-entry.ts';
import { asSummary } from '../system/day.ts';
import type { Office } from '../system/officer.ts';
import { spawnProgram } from '../system/system.ts';

/** A program that runs beside the system, and what it has said when it ends. */
interface Beside<T> {
  readonly ended: Promise<T>;
  /** As Ctrl-C. */
  stop(): void;
}

function beside<T>(args: readonly string[], password: string, asResult: (out: string) => T) {
  const child: ChildProcess = spawnProgram(args, { JIECHU_PASSWORD: password });
  let [out, err] = ['', ''];
  child.stdout!.on('data', (chunk) => (out += chunk));
  child.stderr!.on('data', (chunk) => (err += chunk));
  const ended = once(child, 'close').then(() => {
    if (out === '') throw new Error(`${args.join(' ')} said nothing:\\n${err}`);
    return asResult(out);
  });
  return { ended, stop: () => void child.kill('SIGINT') };
}

/** Reports that come in and officers at work, as programs of their own: they outlive the system that they work in. */
export function atWork(office: Office, root: string) {
  const url = office.address();
  const officers = (...more: readonly string[]): Beside<OfficersSummary> =>
    beside(
      ['officers', '--url', url, '--root', root, '--json', ...more],
      office.password(),
      asSummary,
    );
  const reports = join(root, 'samples/reports');
  const intake = (): Beside<IntakeSummary> =>
    beside(
      ['intake', reports, '--paced', '--name', 'pei-zhihe', '--url', url, '--json'],
      office.password(),
      (out) => JSON.parse(out) as IntakeSummary,
    );
  return { officers, intake };
}

/** Changes the script of a root: what a test needs otherwise than the demonstration. */
export function rewriteScript(root: string, changed: Readonly<Record<string, unknown>>): void {
  const file = join(root, 'samples/officers.yaml');
  const script = parse(readFileSync(file, 'utf8')) as object;
  writeFileSync(file, stringify({ ...script, ...changed }));
}

const entriesOf = ({ entries }: Dossier) => entries as readonly LogEntry[];

interface Mark extends LogEntry {
  /** The delay after the moment at which it could have come, in milliseconds of the clock. */
  readonly delay: number;
}

// A step that only opens when its due has passed is late from then on.
function marksOf(dossier: Dossier): readonly Mark[] {
  const opened = new Map<string | undefined, number>();
  const marks: Mark[] = [];
  for (const entry of entriesOf(dossier)) {
    const { data, step, at, recorded } = entry;
    if (data.kind === 'step' && data.row.opened !== undefined) opened.set(step, data.row.opened);
    if (data.kind !== 'late' && data.kind !== 'rung') continue;
    marks.push({ ...entry, delay: recorded - Math.max(at, opened.get(step) ?? at) });
  }
  return marks;
}

/** The longest time by the wall clock between a deadline that passed, before a domain instant, and its mark in the log. */
export function longestMissed(
  dossiers: readonly Dossier[],
  { clockSpeed, before = Infinity }: { readonly clockSpeed: number; readonly before?: number },
): number {
  const delays = dossiers
    .flatMap(marksOf)
    .filter(({ recorded }) => recorded < before)
    .map(({ delay }) => delay);
  return Math.max(0, ...delays) / clockSpeed;
}

/** Rungs of ladders that were climbed more than once. */
export function climbedTwice(dossiers: readonly Dossier[]): readonly string[] {
  const climbed = dossiers.flatMap((dossier) =>
    entriesOf(dossier).flatMap(({ data, step, occurrence }) =>
      data.kind === 'rung' || data.kind === 'late'
        ? [[dossier.incident, step, occurrence, data.kind, data.key].join(' ')]
        : [],
    ),
  );
  return climbed.filter((each, index) => climbed.indexOf(each) !== index);
}

/** The marks that came later than allowed by the wall clock: which, and by how many milliseconds. */
export function missed(
  dossiers: readonly Dossier[],
  { clockSpeed, allowed }: { readonly clockSpeed: number; readonly allowed: number },
): readonly string[] {
  return dossiers.flatMap((dossier) =>
    marksOf(dossier)
      .map((mark) => ({ ...mark, delay: mark.delay / clockSpeed }))
      .filter(({ delay }) => delay >= allowed)
      .map(({ delay, at, recorded, step, data }) =>
        [
          ...[dossier.incident, step, data.kind, Math.round(delay)],
          ...[new Date(at).toISOString(), new Date(recorded).toISOString()],
        ].join(' '),
      ),
  );
}
