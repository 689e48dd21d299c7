import type { Instant } from '../../model/instant.ts';
import type { Text } from '../../model/text.ts';
import { writeMoment } from '../../model/write-moment.ts';
import type { PairMark, StoredPair } from '../../store/ports/pair.ts';
import type { Store } from '../../store/store.ts';
import type { ProcedureGateway } from '../../worker/client/procedure-gateway.ts';
import { compareListings } from '../../worker/pair/compare-listings.ts';
import type { HistoriesPair } from '../../worker/pair/histories-pair.ts';
import { pairFit } from '../../worker/pair/pair-fit.ts';
import { storedPair } from '../../worker/pair/renew-pair.ts';
import { WrongUse } from '../wrong-use.ts';
import {
  foreignMark,
  historiesLack,
  historiesLost,
  historiesOlder,
  knownMisfit,
  proceduresDeleted,
  storeLacks,
  storeOlder,
  strangers,
} from './misfit-text.ts';

/** The parts that a pair is checked with. */
export interface PairParts {
  readonly store: Store;
  readonly histories: HistoriesPair;
  readonly gateway: ProcedureGateway;
  /** The domain instant of a wall moment. */
  readonly instant: (wall: number) => Instant;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly warn: (text: Text) => void;
}

/**
 * Refuses a database and histories that do not belong together, or of which one is an older copy, and says which
 * generation the histories have. What a crash leaves fits: the database has its mark first, and what a workflow has still
 * to write is in its history.
 */
export const checkPair = async (parts: PairParts): Promise<number> => {
  const { stored, found, isForeign } = await marks(parts);
  const fit = pairFit(stored, found);
  if (fit === 'strangers' && found) throw new WrongUse(strangers(found, stored?.mark));
  if (stored === undefined) {
    await refuseUnknown(parts);
    return 0;
  }
  const { mark } = stored;
  if (isForeign) unlessKnown(parts, [mark, { generation: 0 }], foreignMark(mark));
  if (found && fit === 'store-older') {
    unlessKnown(parts, [mark, found], storeOlder({ stored: mark, found }));
    await skipNumbers(parts);
  } else if (found && fit === 'histories-older') {
    unlessKnown(parts, [mark, found], historiesOlder({ stored: mark, found }));
  } else {
    await checkListings(parts, { stored, found });
  }
  return found?.generation ?? 0;
};

const checkListings = async (
  parts: PairParts,
  {
    stored: { mark },
    found,
  }: { readonly stored: StoredPair; readonly found: PairMark | undefined },
): Promise<void> => {
  const gaps = await compareListings(parts, parts.instant(mark.at));
  const { unknown, lost, deleted } = gaps;
  if (unknown > 0) {
    unlessKnown(parts, [mark, mark], storeLacks(mark, gaps));
    await skipNumbers(parts);
  }
  if (lost + deleted === 0) return;
  if (found === undefined) throw new WrongUse(historiesLack(mark, gaps));
  if (lost > 0) unlessKnown(parts, [mark, mark], historiesLost(mark, gaps));
  parts.warn(proceduresDeleted(gaps));
};

// More than a bureau takes in what can be lost of a day; days around it, as the day begins by the bureau's own time.
const skippedNumbers = 10_000;
const dayMilliseconds = 86_400_000;

/** Sees to it that no number is issued twice in an older database: who has one now may have lost its report. */
const skipNumbers = async ({ store, instant }: PairParts): Promise<void> => {
  const now = instant(Date.now());
  const days = [now - dayMilliseconds, now, now + dayMilliseconds];
  const dates = days.map((day) => writeMoment(day).slice(0, 10));
  await store.reports.skipNumbers(dates, skippedNumbers);
};

// A database without a mark is a new one.
const refuseUnknown = async (parts: PairParts): Promise<void> => {
  const gaps = await compareListings(parts, 0);
  if (gaps.unknown > 0) throw new WrongUse(storeLacks(undefined, gaps));
};

const unlessKnown = (
  { environment, warn }: Pick<PairParts, 'environment' | 'warn'>,
  [stored, found]: readonly [PairMark, Pick<PairMark, 'generation'>],
  text: Text,
): void => {
  if (environment['JIECHU_KNOWN_MISFIT'] !== knownMisfit(stored, found)) throw new WrongUse(text);
  warn(text);
};

const readAgainMax = 10;

/** The marks of both sides at one moment: another process may be writing the next between the two. */
const marks = async ({
  store: { settings },
  histories,
}: PairParts): Promise<{
  readonly stored: StoredPair | undefined;
  readonly found: PairMark | undefined;
  readonly isForeign: boolean;
}> => {
  for (let tried = 1; ; tried += 1) {
    const stored = await storedPair(settings);
    const { mark: found, isForeign } = await histories.read();
    const again = await storedPair(settings);
    if (JSON.stringify(stored) === JSON.stringify(again) || tried === readAgainMax) {
      return { stored, found, isForeign };
    }
  }
};
