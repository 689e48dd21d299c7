import { wallNow } from './domain-clock.ts';
import type { Unstored } from './messages.ts';

// The API writes what an act made before it answers; only when it did not within this time does the workflow itself.
const flushAfterMilliseconds = 10_000;

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

  /** Keeps what a change made: the API writes it soon, or nobody else will. */
  keep({ entries, personal, receipts }: Unstored, flush: 'soon' | 'now'): void {
    const { content } = this;
    this.content = {
      entries: [...content.entries, ...entries],
      personal: [...content.personal, ...personal],
      receipts: [...content.receipts, ...receipts],
    };
    if (entries.length === 0) return;
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
