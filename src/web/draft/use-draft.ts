import { useState } from 'react';
import { useMe } from '../session/use-me.ts';
import { makeKey } from '../server/make-key.ts';
import { draftStore, type Draft } from './draft-store.ts';

/** Some of the values; a function where they build on the present ones, which may be newer than what is drawn. */
export type DraftChange<T> = (part: Partial<T> | ((present: T) => Partial<T>)) => void;

export interface DraftForm<T> extends Draft<T> {
  readonly change: DraftChange<T>;
  /** The last try was certainly not taken: the next one is another act. */
  readonly renewKey: () => void;
  /** It was taken: start empty, with a new key. */
  readonly discard: () => void;
}

/** The values of a form: they outlive a change of page, its loading anew, a refetch and a sign-in in between. */
export function useDraft<T>(name: string, first: T): DraftForm<T> {
  // Nobody finds what another typed.
  const form = `${useMe().person} ${name}`;
  const [draft, setDraft] = useState(
    (): Draft<T> => draftStore.get<T>(form) ?? { key: makeKey(), values: first },
  );
  const put = ({ key, values }: Draft<T>) => {
    const typed = JSON.stringify(values) !== JSON.stringify(first);
    const next = { key, values, typed };
    draftStore.keep(form, next);
    setDraft(next);
  };
  const last = () => draftStore.get<T>(form) ?? draft;
  return {
    ...draft,
    change: (part) => {
      const { key, values } = last();
      put({ key, values: { ...values, ...(part instanceof Function ? part(values) : part) } });
    },
    renewKey: () => put({ ...last(), key: makeKey() }),
    discard: () => {
      draftStore.drop(form);
      setDraft({ key: makeKey(), values: first });
    },
  };
}
