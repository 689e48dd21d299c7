/** One thing done wrong to a file or folder of the policy. */
export interface Mistake {
  readonly what: string;
  /** The file or folder it is done to. */
  readonly at: string;
  /** The line that is wrong then, from 1. */
  readonly line?: number;
  /** True where it may be none: a story may be deleted, and a key that is optional. */
  readonly mayBeNone: boolean;
  readonly text?: string;
  readonly remove?: true;
  readonly rename?: string;
  readonly copy?: string;
}
