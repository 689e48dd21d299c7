import type { CommittedWords } from '../../model/committed-words.ts';
import type { Reading } from './reading.ts';

/** What somebody wrote, for who may read what is protected: it may name somebody. Nothing once it is erased. */
export const wordsOf = (
  { mayReadProtected, personal }: Pick<Reading, 'mayReadProtected' | 'personal'>,
  words: CommittedWords | undefined,
): string | undefined => {
  const text = words && mayReadProtected ? personal[words.commitment]?.value : undefined;
  return text === undefined ? undefined : String(text);
};
