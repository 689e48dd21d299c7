import { wallNow } from './domain-clock.ts';
import type { Unstored } from './messages.ts';

// The API writes what an act made before it answers; only when it did not within this time does the workflow itself.
const flushAfterMilliseconds = 10_000;

/**
 * When the workflow writes what a change made. `soon`: unless who asked for it does, who may die before. `now`: nobody
 * asked for it. `never`: who asked for it repeats it until it is written.
 */
export type Flush = 'soon' | 'now' | 'never';

/** What the store may not have yet, and by when the workflow writes it itself. */
export class UnstoredLog {
  content: Unstored = { entries: [], personal: [], receipts: [] };
  /** Wall time. */
  flushBy = Infinity;

  /** Takes over what an earlier run could not write any more. */
  carryOver(content: Unstored): void {
    this.content = content;
    if (content.entries.length > 0) this.flushBy = wallNow();
  }

  /** Keeps what a change made. */
  keep({ entries, personal, receipts }: Unstored, flush: Flush): void {
    const { content } = this;
    this.content = {
      entries: [...content.entries, ...entries],
      personal: [...content.personal, ...personal],
      receipts: [...content.receipts, ...receipts],
    };
    if (entries.length === 0 || flush === 'never') return;
    const by = wallNow() + (flush === 'now' ? 0 : flushAfterMilliseconds);
    this.flushBy = Math.min(this.flushBy, by);
  }

  /** What the store has confirmed needs no keeping. */
  forget(stored: number | undefined): void {
    if (stored === undefined) return;
    const { entries, personal, receipts } = this.content;
    const left = entries.filter(({ seq }) => seq > stored);
    this.content = {
      entries: left,
      personal: left.length > 0 ? personal : [],
      receipts: receipts.filter(({ seq }) => seq > stored),
    };
    if (left.length === 0) this.flushBy = Infinity;
  }
}
