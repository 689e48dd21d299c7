/**
 * The words of a line of a scenario's `when`; the one other key is the role that acts.
 * Apart from the schemas in `source/`: the compiler reads them at every start, and must not load TypeBox for it.
 */
export const whenWords = [
  ...(['at', 'with', 'evidence', 'happened', 'note', 'reason', 'as', 'to'] as const),
  ...(['crew', 'equipment', 'act', 'refused'] as const),
] as const;
