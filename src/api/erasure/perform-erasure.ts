import type { ErasureRecord, ErasureTarget } from '../../store/ports/erasures.ts';
import type { ApiContext } from '../api-context.ts';

type Reach = Pick<ApiContext, 'clock' | 'files' | 'gateway' | 'store'>;

/**
 * Does what was agreed to: rows first, so that nobody reads the values any more; then files, and what the engine knows;
 * then the histories, which the server deletes in its own time. It may end anywhere, and goes on when it is called again.
 */
export async function performErasure(
  { clock, files, gateway, store }: Reach,
  { id, targets: found = [] }: ErasureRecord,
): Promise<void> {
  let targets = found;
  for (const target of found) {
    if (target.isLet) continue;
    const { incident, values, acts } = target;
    const shared = await store.erasures.sharedFiles(incident, target.files);
    await store.erasures.erase(id, target, clock.now());
    for (const sha256 of target.files) if (!shared.includes(sha256)) await files?.erase(sha256);
    const commitments = values.map(({ commitment }) => commitment);
    await gateway.erase(incident, { erasure: id, commitments, acts });
    targets = targets.map((each) => (each === target ? { ...target, isLet: true } : each));
    await store.erasures.proceed(id, targets);
  }
  const forgotten: boolean[] = [];
  for (const { incident } of targets) forgotten.push(await gateway.forget(incident));
  if (forgotten.includes(false)) return;
  await store.onDisk();
  await store.erasures.done(id, clock.now());
  await store.apiLog.append('erased', { erasure: id, ...countErased(targets) }, clock.now());
}

/** The extent of an erasure: its incidents, and the numbers of values, reports and files. */
export const countErased = (targets: readonly ErasureTarget[]) => ({
  incidents: targets.map(({ incident }) => incident),
  values: sumOf(targets, ({ values }) => values.length),
  reports: sumOf(targets, ({ reports }) => reports.length),
  files: sumOf(targets, ({ files }) => files.length),
});

const sumOf = (targets: readonly ErasureTarget[], of: (target: ErasureTarget) => number): number =>
  targets.reduce((sum, target) => sum + of(target), 0);
