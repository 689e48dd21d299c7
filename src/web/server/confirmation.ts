import { createObservable, type Observable } from './observable.ts';

/** Where the password is asked for once more before an agreement goes out. */
export const confirmationPath = '/api/session/confirmation';

/** Asks whoever sits at the page for their password, and waits for it. */
export interface Confirmation {
  readonly isAsked: Observable<boolean>;
  /** Settles with whether it was given; asked twice it is one question. */
  readonly ask: () => Promise<boolean>;
  readonly answer: (isGiven: boolean) => void;
}

export function createConfirmation(): Confirmation {
  const isAsked = createObservable(false);
  let waiting: ((isGiven: boolean) => void)[] = [];
  return {
    isAsked,
    ask: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        isAsked.set(true);
      }),
    answer: (isGiven) => {
      const asked = waiting;
      waiting = [];
      isAsked.set(false);
      for (const resolve of asked) resolve(isGiven);
    },
  };
}
