/**
 * Words that somebody wrote, as the log has them: a commitment. The text stands beside the log, as personal values do,
 * because nobody knows what stands in it.
 */
export interface CommittedWords {
  readonly commitment: string;
}
