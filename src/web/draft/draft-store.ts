import { tabStorage } from './tab-storage.ts';

/** The values typed into a form and not yet taken, with the key of their act. */
export interface Draft<T> {
  readonly key: string;
  readonly values: T;
  /** Something stands in it that was not there when it was empty. */
  readonly typed?: boolean;
}

const drafts = new Map<string, Draft<unknown>>();
const mark = 'draft ';
const placeOf = (form: string) => mark + form;

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
  /** The forms of a person in which something was typed and not yet taken. */
  unsent: (person: string): readonly string[] => {
    const kept = tabStorage
      .names()
      .flatMap((name) => (name.startsWith(mark) ? [name.slice(mark.length)] : []));
    return [...new Set([...drafts.keys(), ...kept])].flatMap((form) =>
      form.startsWith(`${person} `) && draftStore.get(form)?.typed === true
        ? [form.slice(person.length + 1)]
        : [],
    );
  },
};
