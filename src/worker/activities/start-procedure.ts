import { randomBytes } from 'node:crypto';
import type { ToStart } from '../../../workflows/ports.ts';
import type { Instant } from '../../model/instant.ts';
import type { StatementSigner } from '../../model/statement-signer.ts';
import type { Store } from '../../store/store.ts';
import type { ProcedureGateway } from '../client/procedure-gateway.ts';
import type { DigestKeys } from '../keys/digest-keys.ts';
import { sharedProcedureId } from '../shared-procedure-id.ts';
import { signReceipts } from '../sign-receipts.ts';

// A pair of neighbours may quarrel for years, but not a thousand times over.
const followersMax = 1000;

interface Starting {
  readonly store: Store;
  readonly gateway: ProcedureGateway;
  readonly signer: StatementSigner;
  readonly digestKeys: DigestKeys;
}

/**
 * Starts a procedure, or joins the one that runs under its id, and writes down what came of it. Where that one has ended,
 * the next is numbered: `id~2` and so on, because each log has one beginning.
 *
 * @returns the id it runs under
 * @throws where it could not be written down: the call is repeated, and nobody else writes a beginning
 */
export const startProcedure = async (
  starting: Starting,
  { id: named, onePer, started, ...asked }: ToStart,
  received: Instant,
): Promise<string> => {
  const { store, gateway, signer } = starting;
  const id = named ?? (await sharedId(starting, { ...asked, ...(onePer && { onePer }) }));
  for (let follower = 1; follower <= followersMax; follower += 1) {
    const numbered = follower === 1 ? id : `${id}~${follower}`;
    const begun = await gateway.begin({
      ...asked,
      id: numbered,
      received,
      salt: randomBytes(32).toString('hex'),
    });
    if (!begun.taken && begun.refusal.code === 'already-closed') {
      // An earlier call may have begun it, and it was done and closed before that was known.
      const act = `report/${asked.report.report}`;
      const isOurs = !started.includes(numbered) && (await store.log.receipt(numbered, act));
      if (isOurs) return numbered;
      // Closed, or only writing down the rest.
      continue;
    }
    if (!begun.taken) throw new Error(`${numbered} could not be started: ${begun.refusal.code}`);
    const { entries, personal } = begun;
    const receipts = signReceipts(numbered, begun, signer);
    const { written } = await store.log.append({
      incident: numbered,
      entries,
      personal,
      receipts,
    });
    if (!written) throw new Error(`the store lacks earlier entries of ${numbered}`);
    return numbered;
  }
  throw new Error(`${id} has been started ${followersMax} times`);
};

const sharedId = async (
  { store, digestKeys }: Starting,
  { onePer, procedure, report }: Omit<ToStart, 'id' | 'started'>,
): Promise<string> => {
  if (onePer === undefined) throw new Error(`${procedure} has no id`);
  const { fact, from: incident } = onePer;
  const value = report.facts[fact];
  // Erased since it was asked for: it is shared with nobody any more.
  if (value === undefined) return `${procedure}:${incident}`;
  return sharedProcedureId(store, digestKeys, { procedure, incident, fact, value });
};
