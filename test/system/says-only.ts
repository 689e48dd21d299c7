import { expect } from 'vitest';

/** The end of a run that says what is wrong in one line on stderr, and shows no stack trace. */
export const saysOnly = (what: RegExp) => ({
  code: 2,
  out: '',
  err: expect.stringMatching(new RegExp(`^jiechu: [^\\n]*${what.source}[^\\n]*\\n$`, 'u')),
});
