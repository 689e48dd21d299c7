import type { PersonalValue } from '../src/model/log-entry.ts';
import type { Receipt } from '../src/model/procedure-state.ts';
import type { Unstored } from './messages.ts';

// The API writes what an act made before it answers; only when it did not within this time does the workflow itself.
const flushAfterMilliseconds = 10_000;

/**
 * When the workflow writes what a change made. `soon`: unless who asked for it does, who may die before. `now`: nobody
 * asked for it. `never`: who asked for it repeats it until it is written.
 */
export type Flush = 'soon' | 'now' | 'never';

/** All that the store may not have yet, and when the workflow writes it itself. Only events of the history move it. */
export class UnstoredLog {
  content: Unstored = { entries: [], personal: [], receipts: [] };
  /** The wall time at which it has to be written unless the store has confirmed it; `Infinity` where it need not be. */
  flushBy = Infinity;
  /** It has to be written now. */
  isDue = false;
  /** The number of times in a row that writing failed. */
  failures = 0;

  /** Takes over what an earlier run could not write any more. */
  carryOver(content: Unstored): void {
    this.content = content;
    this.isDue = content.entries.length > 0;
  }

  /** Keeps what a change made at a wall moment. */
  keep({ entries, personal, receipts }: Unstored, flush: Flush, wall: number): void {
    const { content } = this;
    this.content = {
      entries: [...content.entries, ...entries],
      personal: [...content.personal, ...personal],
      receipts: [...content.receipts, ...receipts],
    };
    if (entries.length === 0 || flush === 'never') return;
    if (flush === 'now') this.isDue = true;
    else this.flushBy = Math.min(this.flushBy, wall + flushAfterMilliseconds);
  }

  /** Lets go of values, and of what receipts say of their content. */
  erase(isKept: (value: PersonalValue) => boolean, erased: (receipt: Receipt) => Receipt): void {
    const { entries, personal, receipts } = this.content;
    this.content = { entries, personal: personal.filter(isKept), receipts: receipts.map(erased) };
  }

  /** Hears that a wall moment is there. */
  ring(wall: number): void {
    if (this.flushBy <= wall) this.isDue = true;
  }

  /** Gives all that has to be written; from now on only what comes later is due. */
  take(): Unstored {
    this.isDue = false;
    this.flushBy = Infinity;
    return this.content;
  }

  /** Hears that the store has everything up to an entry. */
  stored(last: number): void {
    this.failures = 0;
    this.forget(last);
  }

  /** Hears that writing failed, and gives how often it had failed in a row before. */
  failed(): number {
    this.failures += 1;
    return this.failures - 1;
  }

  /** Makes all that is still not stored due once more. */
  again(): void {
    this.isDue = this.content.entries.length > 0;
  }

  /** Lets go of all that the store has confirmed. */
  forget(stored: number | undefined): void {
    if (stored === undefined) return;
    const { entries, personal, receipts } = this.content;
    const left = entries.filter(({ seq }) => seq > stored);
    this.content = {
      entries: left,
      personal: left.length > 0 ? personal : [],
      receipts: receipts.filter(({ seq }) => seq > stored),
    };
    if (left.length > 0) return;
    this.flushBy = Infinity;
    this.isDue = false;
  }
}
