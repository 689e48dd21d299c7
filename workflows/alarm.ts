import { CancellationScope, sleep } from '@temporalio/workflow';
import { untilWall } from './domain-clock.ts';

/**
 * The one timer of a procedure. It is armed for the nearest moment and armed again only when it fires or a nearer one
 * appears: a timer per step would write four times as much history.
 */
export class Alarm {
  /** Wall time at which it rings; `Infinity` while it is not armed. */
  private armed = Infinity;
  private scope: CancellationScope | undefined;
  private rung: number | undefined;

  /** Wall time at which it rings, or the past one where it has rung and was not heard yet. */
  get at(): number {
    return this.rung ?? this.armed;
  }

  /** Arms it for a wall moment unless it rings earlier already. */
  setBy(wall: number): void {
    if (wall >= this.at) return;
    this.scope?.cancel();
    this.armed = wall;
    const scope = new CancellationScope();
    this.scope = scope;
    scope
      .run(() => sleep(untilWall(wall)))
      .then(
        () => {
          this.rung = wall;
          this.armed = Infinity;
        },
        () => undefined,
      );
  }

  /** The moment for which it was armed, once after each ring; nothing where it has not rung. */
  hear(): number | undefined {
    const { rung } = this;
    this.rung = undefined;
    return rung;
  }

  get hasRung(): boolean {
    return this.rung !== undefined;
  }
}
