import { useState } from 'react';
import { makeKey } from '../server/make-key.ts';
import { draftStore, type Draft } from './draft-store.ts';

export interface DraftForm<T> extends Draft<T> {
  readonly change: (part: Partial<T>) => void;
  /** The last try was certainly not taken: the next one is another act. */
  readonly renewKey: () => void;
  /** It was taken: start empty, with a new key. */
  readonly discard: () => void;
}

/** The values of a form: they outlive a change of page, a refetch and a sign-in in between. */
export function useDraft<T>(form: string, first: T): DraftForm<T> {
  const [draft, setDraft] = useState(
    (): Draft<T> => draftStore.get<T>(form) ?? { key: makeKey(), values: first },
  );
  const put = (next: Draft<T>) => {
    draftStore.keep(form, next);
    setDraft(next);
  };
  const last = () => draftStore.get<T>(form) ?? draft;
  return {
    ...draft,
    change: (part) => put({ ...last(), values: { ...last().values, ...part } }),
    renewKey: () => put({ ...last(), key: makeKey() }),
    discard: () => {
      draftStore.drop(form);
      setDraft({ key: makeKey(), values: first });
    },
  };
}
