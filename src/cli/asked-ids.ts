import { nearestWord } from '../diagnostics/nearest-word.ts';
import { WrongUse } from './wrong-use.ts';

/** A test: true for an id that was asked for; without any asked for, for each. An unknown id is wrong use. */
export function askedIds(
  asked: readonly string[],
  known: readonly string[],
): (id: string) => boolean {
  for (const id of asked) if (!known.includes(id)) throw unknownId(id, known);
  return (id) => asked.length === 0 || asked.includes(id);
}

/** The complaint about an id that there is not. */
export function unknownId(id: string, known: readonly string[]): WrongUse {
  const meant = nearestWord(id, known);
  return new WrongUse({
    zh: `没有 ${id}${meant === undefined ? '' : `（是不是 ${meant}？）`}`,
    en: `there is no ${id}${meant === undefined ? '' : ` (Did you mean ${meant}?)`}`,
  });
}
