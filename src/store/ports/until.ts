/** What a write waits for: a power cut cannot take it any more (the default), or others can read it already. */
export type Until = 'on-disk' | 'readable';
