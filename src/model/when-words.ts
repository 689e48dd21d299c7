/**
 * The words of a line of a scenario's `when`; the one other key is the role that acts.
 * Apart from the schemas in `source/`: the compiler reads them at every start, and must not load TypeBox for it.
 */
export const whenWords = [
  ...(['at', 'with', 'evidence', 'happened', 'note', 'reason', 'as', 'to'] as const),
  ...(['crew', 'equipment', 'act', 'refused'] as const),
] as const;

/** The words that an act of a scenario looks at, besides those for when and by whom it is done. */
export const wordsOfAct: Readonly<Record<string, readonly string[]>> = {
  do: ['with', 'evidence', 'note', 'crew', 'equipment'],
  answer: ['with', 'note'],
  deviate: ['reason', 'note'],
  extend: ['note'],
  agree: ['note'],
  reject: ['note'],
  reopen: ['note'],
  'hand-over': ['to', 'note'],
  switch: ['note'],
  close: ['note'],
  join: ['note'],
};

/** The words that every line of `when` has, whatever the act. */
export const wordsOfEveryAct: readonly string[] = ['at', 'happened', 'as', 'act', 'refused'];
