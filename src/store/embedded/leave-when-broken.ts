import type { PGlite } from '@electric-sql/pglite';

interface Inside {
  readonly POSTGRES_MAIN_LONGJMP: number;
  readonly mod: {
    _PostgresMainLoopOnce: () => void;
    stackRestore: (stack: number) => void;
  };
}

/**
 * Lets PGlite be left where its program broke. It runs PostgreSQL's loop again and again until what was asked is read,
 * and takes no notice of an exception that is not PostgreSQL's own jump: a broken program reads nothing more, and the
 * process would stand still for ever. What it does with each exception is restore the stack, so it is left there.
 */
export function leaveWhenBroken(pglite: PGlite): void {
  const { mod, POSTGRES_MAIN_LONGJMP: jump } = pglite as unknown as Inside;
  const { _PostgresMainLoopOnce: loopOnce, stackRestore } = mod;
  let broken: unknown;
  mod._PostgresMainLoopOnce = () => {
    try {
      loopOnce();
    } catch (error) {
      if ((error as { readonly status?: number }).status !== jump) broken = error;
      throw error;
    }
  };
  mod.stackRestore = (stack) => {
    stackRestore(stack);
    if (broken !== undefined) throw broken;
  };
}
