import { keysText } from '../../src/cli/system/keys-text.ts';

/** The settings by which an API and a worker of their own sign, are trusted, and make digests, as `jiechu keys` makes them. */
export const partKeys = (): Readonly<
  Record<'api' | 'worker', Readonly<Record<string, string>>>
> => {
  const [api, worker] = [
    settingsOf(keysText('api', undefined)),
    settingsOf(keysText('worker', undefined)),
  ];
  const digests = settingsOf(keysText('digest', undefined));
  const trusted = `${api['JIECHU_TRUSTED_KEYS']},${worker['JIECHU_TRUSTED_KEYS']}`;
  return {
    api: { ...api, ...digests, JIECHU_TRUSTED_KEYS: trusted },
    worker: { ...worker, ...digests, JIECHU_TRUSTED_KEYS: trusted },
  };
};

const settingsOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    text
      .trim()
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
