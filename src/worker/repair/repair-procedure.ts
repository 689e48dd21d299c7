import { chainStart } from '../../machine/log-chain.ts';
import type { Calendar } from '../../model/calendar.ts';
import type { Receipt } from '../../model/procedure-state.ts';
import type { SignedReceipt } from '../../model/signed-receipt.ts';
import type { StatementSigner } from '../../model/statement-signer.ts';
import type { Store } from '../../store/store.ts';
import type { ProcedureGateway } from '../client/procedure-gateway.ts';
import { signReceipts } from '../sign-receipts.ts';
import { beyondHead } from './beyond-head.ts';
import type { CarriedState } from './carried-state.ts';

/** The outcome of a repair. */
export interface Repaired {
  /** `carried-on`: it runs again from its log. `closed`: the log ends with the closing. `unknown`: nobody has a log of it. */
  readonly outcome: 'carried-on' | 'closed' | 'unknown';
  /** Entries that the store had not and the histories had. */
  readonly restored: number;
  /** Where the log ends. */
  readonly seq: number;
  /** Acts that were acknowledged and stand on a branch of the log which the store has not: they have to be done again. */
  readonly unlinked: readonly Receipt[];
}

/** The parts that a repair works with. */
export interface RepairParts {
  readonly gateway: ProcedureGateway;
  readonly store: Store;
  readonly signer: StatementSigner;
  /** Every calendar that was ever published, by its digest. */
  readonly calendars: ReadonlyMap<string, Calendar>;
}

const reason = 'repaired: it begins again from its log';

/**
 * Begins a procedure again from its log, whatever became of its history. The store is brought up from the histories first;
 * what runs is stopped only once its state could be built again, and what it wrote until then is taken along.
 */
export async function repairProcedure(parts: RepairParts, id: string): Promise<Repaired> {
  const { gateway } = parts;
  const before = await bringUp(parts, id);
  const { status } = await gateway.diagnose(id);
  if (before.seq === 0) return { outcome: 'unknown', ...before };
  if (await isClosed(parts, id)) return { outcome: 'closed', ...before };
  await rebuilt(parts, id);
  if (status === 'running') await gateway.stop(id, reason);
  const after = await bringUp(parts, id);
  const found = { ...after, restored: before.restored + after.restored };
  if (await isClosed(parts, id)) return { outcome: 'closed', ...found };
  await gateway.carryOn(await rebuilt(parts, id));
  return { outcome: 'carried-on', ...found };
}

/** Writes into the store what the histories have beyond its end. */
async function bringUp(
  { gateway, store, signer }: RepairParts,
  id: string,
): Promise<Omit<Repaired, 'outcome'>> {
  const found = await gateway.logged(id);
  const entries = await store.log.of(id);
  const { seq, hash } = entries.at(-1) ?? { seq: 0, hash: chainStart };
  const known = new Set(entries.map((entry) => entry.hash));
  const { next, unlinked } = beyondHead(found, { seq, hash }, known);
  if (next.entries.length === 0) return { restored: 0, seq, unlinked };
  const appended = await store.log.append({
    incident: id,
    entries: next.entries,
    personal: next.personal,
    receipts: signReceipts(id, next, signer),
  });
  const fresh = appended.written ? appended.fresh : 0;
  return { restored: fresh, seq: appended.last, unlinked };
}

const rebuilt = async (
  { gateway, store, calendars }: RepairParts,
  id: string,
): Promise<CarriedState> => {
  const [entries, personal, receipts] = await Promise.all([
    store.log.of(id),
    store.log.personal(id),
    store.log.receipts(id),
  ]);
  const stored = { id, entries, personal, receipts: receipts.map(unsigned) };
  return gateway.rebuild(stored, calendars);
};

// The signature stays with the store; the procedure keeps what it gave out itself.
const unsigned = ({ evidence: _e, keyId: _k, signature: _s, ...receipt }: SignedReceipt): Receipt =>
  receipt;

const isClosed = async ({ store }: RepairParts, id: string): Promise<boolean> =>
  (await store.log.of(id)).some(({ data }) => data.kind === 'closed');
