/** What was typed into a form and not yet taken, with the key of its act. In memory only: it may name persons. */
export interface Draft<T> {
  readonly key: string;
  readonly values: T;
}

const drafts = new Map<string, Draft<unknown>>();

export const draftStore = {
  get: <T>(form: string) => drafts.get(form) as Draft<T> | undefined,
  keep: <T>(form: string, draft: Draft<T>) => void drafts.set(form, draft),
  drop: (form: string) => void drafts.delete(form),
};
