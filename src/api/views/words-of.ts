import type { CommittedWords } from '../../model/committed-words.ts';
import type { Reading } from './reading.ts';

/** Words that somebody wrote, for readers of what is protected: they may name somebody. Nothing once erased. */
export const wordsOf = (
  { mayReadProtected, personal }: Pick<Reading, 'mayReadProtected' | 'personal'>,
  words: CommittedWords | undefined,
): string | undefined => {
  const text = words && mayReadProtected ? personal[words.commitment]?.value : undefined;
  return text === undefined ? undefined : String(text);
};
