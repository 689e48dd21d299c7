import { plainSign } from '../diagnostics/wide-signs.ts';
import type { Text } from '../model/text.ts';

/** A guess at the line that was meant, and the mistake in the written line if the guess is right. */
export interface LineMend {
  readonly line: string;
  readonly why: MendReason;
}

/** Why a line cannot be read as it is. */
export type MendReason =
  | { readonly kind: 'tab' }
  | { readonly kind: 'wide'; readonly signs: readonly string[] }
  | { readonly kind: 'broken'; readonly help: Text };

/** The lines that a broken one was probably meant to be, the likeliest first. `near` are the indentations around it. */
export function lineMends(line: string, near: readonly number[]): readonly LineMend[] {
  return [...tabMends(line), ...signMends(line), ...missingBlank(line), ...indentMends(line, near)];
}

function tabMends(line: string): LineMend[] {
  if (!/^ *\t/.test(line)) return [];
  return ['  ', '    ', '        ', ' '].map((blanks) => ({
    line: line.replace(/^[ \t]+/, (indent) => indent.replaceAll('\t', blanks)),
    why: { kind: 'tab' },
  }));
}

/** One sign after the other, then pairs, then all of them. */
function signMends(line: string): LineMend[] {
  const signs = [...line];
  const places = signs.flatMap((sign, index) => (plainSign(sign) === undefined ? [] : [index]));
  if (places.length === 0 || places.length > placesMax) return [];
  const pairs =
    places.length > pairsMax
      ? []
      : places.flatMap((first, index) => places.slice(index + 1).map((second) => [first, second]));
  // Signs that stand together are written together: `２０`.
  const runs = places
    .filter((place) => !places.includes(place - 1))
    .map((start) => {
      let end = start;
      while (places.includes(end)) end += 1;
      return places.filter((place) => place >= start && place < end);
    });
  return [
    ...places.map((place) => [place]),
    ...runs.filter((run) => run.length > 1),
    ...pairs,
    places,
  ].flatMap((set) => signsAt(signs, set));
}

/** More signs than these are a text. */
const placesMax = 40;
const pairsMax = 8;

function signsAt(signs: readonly string[], places: readonly number[]): LineMend[] {
  const why = { kind: 'wide', signs: [...new Set(places.map((place) => signs[place]!))] } as const;
  // A colon and a comma of YAML have a blank behind them; a full-width blank is as wide as two.
  const mended = (behind: string, wide: string) =>
    signs
      .map((sign, index) => {
        if (!places.includes(index)) return sign;
        const plain = plainSign(sign)!;
        if (plain === ' ') return wide;
        return /[:,]/.test(plain) && signs[index + 1] !== ' ' ? `${plain}${behind}` : plain;
      })
      .join('');
  const lines = new Set([mended(' ', ' '), mended('', ' '), mended(' ', '  ')]);
  return [...lines].map((line) => ({ line, why }));
}

/** `by:officer`: without the blank it is one word. */
function missingBlank(line: string): LineMend[] {
  const mended = line.replace(/^(\s*(?:- )?[a-z0-9][a-z0-9-]*:)(?=[^\s:])/, '$1 ');
  if (mended === line) return [];
  const help = {
    zh: '写成 `键: 值`，冒号后要有空格',
    en: 'write `key: value`, with a blank behind the colon',
  };
  return [{ line: mended, why: { kind: 'broken', help } }];
}

function indentMends(line: string, near: readonly number[]): LineMend[] {
  const own = /^ */.exec(line)![0].length;
  const help = { zh: '同一层的各行要左对齐', en: 'lines of one level start in the same column' };
  return near
    .filter((indent) => indent !== own)
    .map((indent) => ({
      line: `${' '.repeat(indent)}${line.trimStart()}`,
      why: { kind: 'broken', help },
    }));
}
