import type { Text } from './text.ts';

/** An escalation ladder: what happens, rung by rung, once something is late. */
export interface Ladder {
  readonly id: string;
  readonly title: Text;
  readonly rungs: readonly Rung[];
}

/** One rung: when, whom, and what it does. It fires once, and not at all if the act came first. */
export interface Rung {
  readonly id: string;
  /** Milliseconds after the due instant. */
  readonly afterMilliseconds: number;
  readonly tell: readonly string[];
  readonly do: readonly RungAction[];
  readonly basis: readonly string[];
}

/** The action of a rung besides telling. */
export type RungAction = 'raise-priority' | 'send-next-unit';
