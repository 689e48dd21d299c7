import { mark } from './mark.ts';

/**
 * Stands for a payload that was not sealed here: `plain`, sealed by a key that is not known, or changed since, or sealed
 * for another workflow.
 */
export interface Foreign {
  readonly foreign: string;
}

export type ForeignReason = 'plain' | 'unknown-key' | 'damaged';

const foreignMark = mark('foreign');

/** A value in place of one that cannot be read. */
export const foreignValue = (reason: string): Foreign =>
  foreignMark.set({ foreign: reason }, reason);

/** Why a value could not be read; nothing where it could. */
export const foreignReason = (value: unknown): string | undefined => foreignMark.of(value);
