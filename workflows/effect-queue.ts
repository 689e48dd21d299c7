import type { Effect } from '../src/model/effect.ts';

/** An effect that has still to be performed, and how often that has failed. */
export interface QueuedEffect {
  readonly effect: Effect;
  readonly failures: number;
}

/**
 * Effects that wait to be performed. One that failed stays, rests for a while and is tried again; those behind it go on
 * meanwhile, but changes of the standard keep their order.
 */
export class EffectQueue {
  queued: readonly QueuedEffect[] = [];
  /** Keys of starts and rungs that were performed: they are never performed again. */
  performed: readonly string[] = [];
  private resting: ReadonlySet<string> = new Set();

  /** Takes over what an earlier run had left; what rested there is tried at once. */
  carryOver(queued: readonly QueuedEffect[], performed: readonly string[]): void {
    this.queued = queued;
    this.performed = performed;
  }

  /** Adds those that are neither queued nor performed. */
  add(effects: readonly Effect[]): void {
    const known = new Set([...this.performed, ...this.queued.map(({ effect }) => effect.key)]);
    const fresh = effects.filter(({ key }) => !known.has(key));
    this.queued = [...this.queued, ...fresh.map((effect) => ({ effect, failures: 0 }))];
  }

  /** The first that may be performed now. */
  next(): QueuedEffect | undefined {
    const isHeld = this.queued.find(({ effect }) => changesStandard(effect))?.effect.key;
    return this.queued.find(
      ({ effect }) =>
        !this.resting.has(effect.key) && (!changesStandard(effect) || effect.key === isHeld),
    );
  }

  done({ key, kind }: Effect): void {
    this.queued = this.queued.filter(({ effect }) => effect.key !== key);
    // Changes of standard may come again after others: they are applied to the state as it is, which tells.
    if (kind === 'start' || kind === 'rung') this.performed = [...this.performed, key];
  }

  /** Keeps one that failed, and lets it rest until `wake` is called. */
  failed({ key }: Effect): void {
    this.queued = this.queued.map((queued) =>
      queued.effect.key === key ? { ...queued, failures: queued.failures + 1 } : queued,
    );
    this.resting = new Set([...this.resting, key]);
  }

  wake({ key }: Effect): void {
    this.resting = new Set([...this.resting].filter((each) => each !== key));
  }

  /** A change of standard is under way: its steps are not there yet. */
  get isChangingStandard(): boolean {
    return this.queued.some(({ effect }) => changesStandard(effect));
  }

  /** A change of standard has failed and is tried again. */
  get isChangeStuck(): boolean {
    return this.queued.some(({ effect, failures }) => changesStandard(effect) && failures > 0);
  }
}

const changesStandard = ({ kind }: Effect): boolean => kind === 'add-standard' || kind === 'switch';
