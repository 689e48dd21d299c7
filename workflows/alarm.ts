import { CancellationScope, sleep } from '@temporalio/workflow';
import { wallNow } from './domain-clock.ts';

/**
 * The one timer of a procedure. It is armed for the nearest moment and armed again only when it fires or a nearer one
 * appears: a timer per step would write four times as much history.
 */
export class Alarm {
  /** Wall time at which it rings; `Infinity` while it is not armed. */
  private armedFor = Infinity;
  private scope: CancellationScope | undefined;
  private rung = false;

  /** Arms it for a wall moment unless it rings earlier already. */
  setBy(wall: number): void {
    if (wall >= this.armedFor || this.rung) return;
    this.scope?.cancel();
    this.armedFor = wall;
    const scope = new CancellationScope();
    this.scope = scope;
    scope
      .run(() => sleep(Math.max(1, wall - wallNow())))
      .then(
        () => {
          this.rung = true;
          this.armedFor = Infinity;
        },
        () => undefined,
      );
  }

  /** Whether it has rung since it was last asked. */
  hasRung(): boolean {
    return this.rung;
  }

  acknowledge(): void {
    this.rung = false;
  }
}
