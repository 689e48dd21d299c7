import { beforeAll, expect, test } from 'vitest';
import type { OfficersSummary } from '../../src/cli/officers/officers-summary.ts';
import { actsOf, allDossiers, asSummary, officersReceipts, rootWithReports } from './day.ts';
import { Officer } from './officer.ts';
import { startSystem, type System } from './system.ts';

const patience = 900_000;

/** Plays every so-many-th report of the sample day as `npm start -- --demo` does: at their times, with officers at work, to the end. */
export function playedDay(every: number, clockSpeed = 1000): void {
  const played = rootWithReports(every);
  let system: System;
  let summary: OfficersSummary;
  let auditor: Officer;

  beforeAll(async () => {
    system = await startSystem({ demo: true, clockSpeed, root: played.root });
    summary = asSummary(await system.nextLine());
    auditor = await Officer.signIn(system, 'shi-weiran');
  }, patience);

  test('every report is taken, and every incident is closed or says for whom it waits', () => {
    const { outcome } = summary;
    expect(outcome?.stuck).toEqual([]);
    expect(outcome?.incidents).toBeGreaterThan(played.count * 0.8);
    expect(outcome?.closed).toBeGreaterThan(played.count * 0.5);
  });

  test('some were late, left something undone for a reason, closed too early or changed their type', () => {
    const { outcome, refused } = summary;
    expect(outcome?.doneLate).toBeGreaterThan(0);
    expect(outcome?.deviated).not.toEqual([]);
    expect(outcome?.switched).toBeGreaterThan(0);
    expect(refused.map(({ code }) => code)).toContain('steps-open');
  });

  test(
    'every act that was acknowledged has its receipt, and every chain holds',
    async () => {
      const { dossiers, flaws } = await allDossiers(auditor, system.publicKeys);
      expect(flaws).toEqual([]);
      expect(officersReceipts(dossiers)).toHaveLength(actsOf(summary));
    },
    patience,
  );
}
