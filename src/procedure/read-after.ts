import type { After, ProcedureSpec } from '../model/procedure-spec.ts';

/** The parts of an `after` in the caller's words: guards of the machine, or steps that have still to end. */
export interface AfterWords<W> {
  readonly ended: (step: string) => W;
  /** An anchor, of which these steps are: one of them is enough, done or deviated from. */
  readonly reached: (steps: readonly string[]) => W;
  readonly all: (of: readonly W[]) => W;
  readonly any: (of: readonly W[]) => W;
}

/** Reads an `after`: the one place that says what each of its forms asks for. */
export const readAfter = <W>(
  spec: Pick<ProcedureSpec, 'anchors'>,
  after: After,
  words: AfterWords<W>,
): W => {
  switch (after.kind) {
    case 'step':
      return words.ended(after.step);
    case 'anchor':
      return words.reached(spec.anchors[after.anchor] ?? []);
    case 'all':
      return words.all(after.of.map((part) => readAfter(spec, part, words)));
    case 'any':
      return words.any(after.of.map((part) => readAfter(spec, part, words)));
  }
};
