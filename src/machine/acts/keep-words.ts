import type { Act, KeptAct } from '../../model/act.ts';
import type { CommittedWords } from '../../model/committed-words.ts';
import type { PersonalValue } from '../../model/log-entry.ts';
import { wordsNames } from '../../model/words-names.ts';
import { commit } from '../commitment.ts';

/** An act as it goes on into rows and entries: without the words that were written, which stand beside the log. */
export const keepWords = (
  act: Act,
  salt: string,
): { readonly act: KeptAct; readonly personal: readonly PersonalValue[] } => {
  const personal: PersonalValue[] = [];
  const kept = (fact: string, value: string, salted = fact): CommittedWords => {
    const { commitment, salt: own } = commit(salt, salted, value);
    personal.push({ commitment, salt: own, fact, value });
    return { commitment };
  };
  const words = {
    ...('note' in act && act.note !== undefined && { note: kept(wordsNames.note, act.note) }),
    ...('evidence' in act && {
      evidence: act.evidence.map(({ reference, ...proof }, index) => ({
        ...proof,
        // Each has a salt of its own: who has one of them erased leaves nothing that opens it.
        reference: kept(wordsNames.reference, reference, `${wordsNames.reference}/${index}`),
      })),
    }),
  };
  return { act: { ...act, ...words } as KeptAct, personal };
};
