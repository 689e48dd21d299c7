import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, onTestFailed, test } from 'vitest';
import type { Dossier } from '../../src/contract/dossier-contract.ts';
import { limitedDisk, mountedDisk } from './small-disk.ts';
import { Officer } from '../system/officer.ts';
import { theft } from '../system/stories.ts';
import { startSystem, type System } from '../system/system.ts';
import { killTemporal } from '../system/temporal-process.ts';

// Takes 4 minutes.

const disks = [mountedDisk(), limitedDisk()].flatMap((disk) => disk ?? []);
afterAll(() => disks.forEach((disk) => disk.remove()));

const ready = async (system: System) => {
  const response = await fetch(`${system.address()}/readyz`);
  const body = (await response.json()) as { readonly room: boolean };
  return { room: body.room, status: response.status };
};

const until = async (holds: () => Promise<boolean>) => {
  while (!(await holds().catch(() => false))) await sleep(500);
};

describe.each(disks)('$name', { timeout: 180_000 }, (disk) => {
  let system: System;
  let operator: Officer;
  let incident: string;

  beforeAll(async () => {
    system = await startSystem({}, disk.folder);
    operator = await Officer.signIn(system, 'pei-zhihe');
    const { body } = await operator.report(theft, 'before');
    incident = body.incident!;
    await operator.does(incident, 'accept-register', {
      evidence: [{ kind: 'incident-form', reference: '1' }],
    });
  }, 120_000);

  const once = async (path: string, body: unknown, key: string) => {
    const response = await operator.post(path, JSON.stringify(body), key);
    const { code } = (await response.json()) as { readonly code?: string };
    return { status: response.status, code, retry: response.headers.get('retry-after') };
  };
  const classify = `/steps/classify-grade`;

  test('is told as 503 that can be repeated, and by /readyz, and is over by itself with nothing lost', async () => {
    onTestFailed(() => console.error(system.errors().slice(-4000)));
    disk.fill(system);
    const refused = { status: 503, code: 'disk-full', retry: '10' };
    expect(await once('/api/reports', theft, 'meanwhile')).toEqual(refused);
    expect(await once('/api/reports', theft, 'meanwhile')).toEqual(refused);
    await until(async () => !(await ready(system)).room);
    expect((await ready(system)).status).toBe(503);
    const act = await once(`/api/incidents/${incident}${classify}`, { action: 'do' }, 'act');
    expect(act.status).toBe(503);
    expect(act.retry).not.toBeNull();
    // The engine's server has its own file there: it ends, and cannot begin again before there is room.
    await killTemporal(system.folder);
    await sleep(3000);
    disk.empty(system);
    await until(async () => (await ready(system)).status === 200);
    const { status, body } = await operator.report(theft, 'meanwhile');
    expect(status).toBe(201);
    await until(async () => (await operator.incident(body.incident!)).id === body.incident);
    const acted = await operator.send<{ receipt: { act: string } }>(
      `/api/incidents/${incident}${classify}`,
      { action: 'do' },
      'act',
    );
    expect([acted.status, acted.body.receipt.act]).toEqual([200, 'act']);
    const auditor = await Officer.signIn(system, 'guan-beichuan');
    const { entries } = await auditor.read<Dossier>(`/api/incidents/${incident}/dossier`);
    const acts = (entries as { act?: string; step?: string }[]).map(({ act }) => act);
    expect(acts.filter((each) => each === 'act').length).toBeGreaterThan(0);
    expect((await system.stop()).code).toBe(0);
  });
});
