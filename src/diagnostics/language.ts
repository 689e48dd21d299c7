import type { Text } from '../model/text.ts';

/** A language that messages are given in. */
export type Language = keyof Text;
