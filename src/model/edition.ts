/**
 * In which way a run decides where the program has been changed since others like it began. It is part of what a run
 * begins with and never changes in it: what is replayed comes to the same entries. Runs from before there were editions
 * have none. (Temporal's own `patched` would say the same by a marker in every history.)
 *
 * 2: what an act makes needed after all is waited for by what comes behind it.
 * 3: a beginning is written by who asked for it alone.
 * 4: a verdict may come along with what asks for it; that a procedure was started is written with the next act.
 */
export type Edition = 2 | 3 | 4;

/** What new runs begin with. */
export const edition: Edition = 4;
