import type { NameKind, Subject } from '../model/diagnostic.ts';
import type { Text } from '../model/text.ts';
import { named } from './build-problem.ts';
import { didYouMean } from './did-you-mean.ts';
import { nearestWord } from './nearest-word.ts';

/** The subject and the help of a problem with a name that is not known: misspelt where a known one is near. */
export function unknownOrMisspelt(
  kind: NameKind,
  name: string,
  known: readonly string[],
): { readonly help: Text; readonly about: Subject } {
  const nearest = nearestWord(name, known);
  const fault = nearest === undefined ? 'unknown' : 'misspelt';
  return {
    help: didYouMean(name, known, nearest),
    about: { fault, names: [named(kind, name)] },
  };
}
