/**
 * Makes a sender of which two that send the same at once are one: the second gets the answer to the first. A client that
 * tries again while nobody answers does not fill the engine's queue.
 */
export const joining = (): (<T>(key: string, send: () => Promise<T>) => Promise<T>) => {
  const underWay = new Map<string, Promise<unknown>>();
  return <T>(key: string, send: () => Promise<T>): Promise<T> => {
    // INVARIANT: a key is sent for one kind of answer.
    const first = underWay.get(key) as Promise<T> | undefined;
    if (first !== undefined) return first;
    const sent = send().finally(() => underWay.delete(key));
    underWay.set(key, sent);
    return sent;
  };
};
