import { openStore } from '../../store/store.ts';
import type { LogHead } from '../../store/ports/log.ts';
import { beginPairAnew } from '../../worker/pair/renew-pair.ts';
import { WrongUse } from '../wrong-use.ts';
import { backupPlaces } from './backup-places.ts';
import type { Manifest } from './manifest.ts';

/** Makes a copied database the beginning of a new pair; says where its logs end. */
export const beginAnew = async (
  staged: string,
  { logs: { incidents, entries } }: Pick<Manifest, 'logs'>,
): Promise<readonly LogHead[]> => {
  const opening = await openStore({ folder: backupPlaces(staged).database });
  if (!opening.opened) throw new WrongUse(opening.failure.message);
  const { store } = opening;
  try {
    await beginPairAnew(store.settings, { wall: Date.now(), incidents, entries });
    await store.onDisk();
    return await store.log.heads();
  } finally {
    await store.close();
  }
};
