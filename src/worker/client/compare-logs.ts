import type { Store } from '../../store/store.ts';
import type { ProcedureGateway } from './procedure-gateway.ts';

/** The way in which the log of an incident in the database does not fit that of its procedure. */
export interface LogMisfit {
  /** The database lacks entries that it had; the procedure lacks entries that were written; one is another than the other. */
  readonly what: 'store-older' | 'histories-older' | 'forked';
  readonly stored: number;
  readonly held: number;
}

/** The parts that logs are compared with. */
export interface ComparedParts {
  readonly gateway: Pick<ProcedureGateway, 'unfinished'>;
  readonly store: Pick<Store, 'incidents'>;
}

const none = { seq: 0, hash: '' };

/**
 * Compares the log of an incident on both sides; the procedure is woken for it. What the procedure has still to write is
 * no misfit. The database is read before and after: others write to it meanwhile.
 */
export const compareLogs = async (
  { gateway, store }: ComparedParts,
  incident: string,
): Promise<LogMisfit | undefined> => {
  const before = (await store.incidents.get(incident))?.head ?? none;
  const { head = none, unstored } = await gateway.unfinished(incident);
  const after = (await store.incidents.get(incident))?.head ?? none;
  const held = head.seq;
  if (after.seq < held - unstored) return { what: 'store-older', stored: after.seq, held };
  if (before.seq > held) return { what: 'histories-older', stored: before.seq, held };
  const isFork = before.seq === held && before.hash !== head.hash && held > 0;
  return isFork ? { what: 'forked', stored: before.seq, held } : undefined;
};
