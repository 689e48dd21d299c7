/** The end of a write: a power cut cannot take it any more (the default), or others can read it already. */
export type Until = 'on-disk' | 'readable';
