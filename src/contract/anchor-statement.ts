import type { AnchorRecord } from './anchor-contract.ts';

/** The statement that an anchor record's signature covers: its hash, and by it all that is in it and before it. */
export const anchorStatement = ({ hash }: Pick<AnchorRecord, 'hash'>): string =>
  `jiechu anchor\n${hash}`;
