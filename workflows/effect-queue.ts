import type { Effect } from '../src/model/effect.ts';

/**
 * Says which of the effects that are asked for may be performed now. One that failed rests for a while and is tried again;
 * those behind it go on meanwhile, but changes of the standard keep their order.
 */
export class EffectQueue {
  /** The number of times that performing failed, by the effect's key. */
  failures: Readonly<Record<string, number>> = {};
  private resting: ReadonlySet<string> = new Set();

  /** The first that may be performed now. */
  next(asked: readonly Effect[]): Effect | undefined {
    const firstChange = asked.find(changesStandard);
    return asked.find(
      (effect) =>
        !this.resting.has(effect.key) && (effect === firstChange || !changesStandard(effect)),
    );
  }

  /** Lets one that failed rest until `wake` is called. */
  failed({ key }: Effect): void {
    this.failures = { ...this.failures, [key]: this.failuresOf(key) + 1 };
    this.resting = new Set([...this.resting, key]);
  }

  failuresOf(key: string): number {
    return this.failures[key] ?? 0;
  }

  wake({ key }: Effect): void {
    this.resting = new Set([...this.resting].filter((each) => each !== key));
  }

  performed({ key }: Effect): void {
    const { [key]: _over, ...failures } = this.failures;
    this.failures = failures;
  }

  /** A change of standard is under way: its steps are not there yet. */
  isChangingStandard(asked: readonly Effect[]): boolean {
    return asked.some(changesStandard);
  }

  /** A change of standard has failed and is tried again. */
  isChangeStuck(asked: readonly Effect[]): boolean {
    return asked.some((effect) => changesStandard(effect) && this.failuresOf(effect.key) > 0);
  }
}

const changesStandard = ({ kind }: Effect): boolean => kind === 'add-standard' || kind === 'switch';
