/**
 * Told when Ctrl-C or a kind kill asks to stop, from now on: also while the parts are still being started, so that
 * none of them is left behind. A second Ctrl-C does not wait.
 */
export const stopAsked = (): AbortSignal => {
  const asked = new AbortController();
  const ask = (): void => {
    if (asked.signal.aborted) process.exit(130);
    asked.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, ask);
  return asked.signal;
};
