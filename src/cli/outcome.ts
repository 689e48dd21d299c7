/** The outcome of a verb: what it prints, and 0 (fine) or 1 (problems found). */
export interface Outcome {
  readonly text: string;
  readonly status: 0 | 1;
}
