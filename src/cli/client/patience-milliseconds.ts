/** A request that got no answer for so long has met a system that hangs. */
export const patienceMilliseconds = 120_000;
