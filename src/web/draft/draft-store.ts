import { tabStorage } from './tab-storage.ts';

/** What was typed into a form and not yet taken, with the key of its act. */
export interface Draft<T> {
  readonly key: string;
  readonly values: T;
}

const drafts = new Map<string, Draft<unknown>>();
const placeOf = (form: string) => `draft ${form}`;

/** Drafts by form. One that comes back with the page has its key: what was sent before is known again. */
export const draftStore = {
  get: <T>(form: string) =>
    (drafts.get(form) ?? tabStorage.get(placeOf(form))) as Draft<T> | undefined,
  keep: <T>(form: string, draft: Draft<T>) => {
    drafts.set(form, draft);
    tabStorage.set(placeOf(form), draft);
  },
  drop: (form: string) => {
    drafts.delete(form);
    tabStorage.drop(placeOf(form));
  },
};
