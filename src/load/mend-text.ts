import { firstBrokenLine } from './broken-lines.ts';
import { lineMends, type LineMend, type MendReason } from './line-mends.ts';

/** A line that was taken for what it was meant to be. */
export interface MendedLine {
  readonly line: number;
  /** From 1: where the line as written begins to differ. */
  readonly column: number;
  readonly why: MendReason;
}

/** A text without what is wrong with it, as far as each mistake is in one line that can be told. */
export interface MendedText {
  readonly text: string;
  readonly lines: readonly MendedLine[];
}

/** The lines, from 1, at which something is wrong with the shape of what a text says. */
export type FlawsOf = (text: string) => readonly number[];

const roundsMax = 4;
/** Where the parser has more to say it is no text of ours. */
const errorsMax = 300;
/** In a larger text each try costs too long. */
const lengthMax = 100_000;
/** Where so much is wrong it is not one line. */
const flawsMax = 60;

/**
 * Mends a text line by line: a sign of a Chinese keyboard, a tab, a blank too many. What does not fit behind such a line
 * is not a mistake of its own, and the rest can still be checked.
 */
export function mendText(text: string, flawsOf: FlawsOf): MendedText {
  const indented = mendIndents(text, flawsOf);
  const lines: MendedLine[] = indented ? [indented] : [];
  let current = indented?.text ?? text;
  for (let round = 0; round < roundsMax && current.length <= lengthMax; round += 1) {
    const broken = firstBrokenLine(current);
    if (broken && broken.errors > errorsMax) break;
    const mend = broken ? mendBroken(current, broken.line, flawsOf) : mendFlawed(current, flawsOf);
    if (!mend) break;
    current = mend.text;
    lines.push(mend);
  }
  return { text: current, lines };
}

type FoundMend = MendedLine & { readonly text: string };

/** Tabs, or full-width blanks, before all lines that have them: where the text can be read then, they are one mistake. */
function mendIndents(text: string, flawsOf: FlawsOf): FoundMend | undefined {
  if (text.length > lengthMax) return undefined;
  const odd = /^[ \t]*\t[ \t]*(?=\S)|^ *[\u00a0\u2000-\u200a\u202f\u205f\u3000][^\S\n]*/;
  const written = text.split('\n');
  const first = written.findIndex((line) => odd.test(line));
  if (first < 0 || !firstBrokenLine(text)) return undefined;
  const whole = ['  ', ' ', '    ', '        '].flatMap((blanks) => {
    const lines = written.map((line) =>
      line.replace(odd, (indent) => indent.replace(/[^ ]/g, blanks)),
    );
    const changed = lines.join('\n');
    return !firstBrokenLine(changed) ? [{ changed, flaws: flawsOf(changed).length }] : [];
  });
  const [best] = whole.sort((a, b) => a.flaws - b.flaws);
  if (!best) return undefined;
  const column = written[first]!.search(/[^ ]/);
  const sign = written[first]![column]!;
  const why: MendReason = sign === '\t' ? { kind: 'tab' } : { kind: 'wide', signs: [sign] };
  return { line: first + 1, column: column + 1, why, text: best.changed };
}

/** Of the mends that let the text be read, the one that then has the fewest flaws; else one that helps further down. */
function mendBroken(text: string, broken: number, flawsOf: FlawsOf): FoundMend | undefined {
  const lines = text.split('\n');
  let best: FoundMend | undefined;
  let least = Infinity;
  let furthest = broken;
  let tries = triesMax;
  for (const index of suspects(lines, broken)) {
    for (const mend of lineMends(lines[index]!, indentsAround(lines, index))) {
      const changed = lines.with(index, mend.line).join('\n');
      if ((tries -= 1) < 0) return best;
      const left = firstBrokenLine(changed);
      const isMoved =
        mend.why.kind === 'broken' && lines[index]!.trimStart() === mend.line.trimStart();
      // To move a line hides much: only where nothing is left it was surely that.
      if (left && isMoved) continue;
      if (left && (least < Infinity || left.line <= furthest)) continue;
      const flaws = !left ? flawsOf(changed).length : Infinity;
      if (!left && (flaws >= least || (isMoved && flaws > 0))) continue;
      best = { ...mendedLine(lines[index]!, index, mend), text: changed };
      if (flaws === 0) return best;
      if (left) furthest = left.line;
      else least = flaws;
    }
  }
  return best;
}

/** A line whose mend takes away what is wrong with it. */
function mendFlawed(text: string, flawsOf: FlawsOf): FoundMend | undefined {
  const flaws = flawsOf(text);
  if (flaws.length === 0 || flaws.length > flawsMax) return undefined;
  let tries = triesMax;
  const lines = text.split('\n');
  for (const flawed of [...new Set(flaws)].slice(0, linesMax)) {
    for (const index of suspects(lines, flawed - 1)) {
      for (const mend of lineMends(lines[index]!, indentsAround(lines, index))) {
        const isWide = mend.why.kind === 'wide';
        if (!isWide && flaws.length === 1 && index !== flawed - 1) continue;
        const changed = lines.with(index, mend.line).join('\n');
        if ((tries -= 1) < 0) return undefined;
        if (firstBrokenLine(changed)) continue;
        const left = flawsOf(changed).length;
        const isBetter = isWide ? left < flaws.length : left === 0;
        if (isBetter) return { ...mendedLine(lines[index]!, index, mend), text: changed };
      }
    }
  }
  return undefined;
}

const linesMax = 4;

/** More tries cost more than they are worth. */
const triesMax = 60;

/** Lines near one that cannot be read; those that are indented oddly come first. */
function suspects(lines: readonly string[], first: number): readonly number[] {
  const around: number[] = [];
  for (let index = first; index >= 0 && around.length < 3; index -= 1) {
    if (isWritten(lines[index] ?? '')) around.push(index);
  }
  for (let index = first + 1; index < lines.length && around.length < 5; index += 1) {
    if (isWritten(lines[index] ?? '')) around.push(index);
  }
  // Where a line is deeper than its surroundings, the line above that it hangs on may be the one that was moved.
  const depth = /^ */.exec(lines[first] ?? '')![0].length;
  const above = lines.findLastIndex(
    (line, index) => index < first && isWritten(line) && line.search(/\S/) < depth,
  );
  if (above >= 0 && !around.includes(above)) around.push(above);
  const isOdd = (index: number) => /^( {2})* ?[^\x20-\x7e]|^( {2})* \S/.test(lines[index]!);
  return [...around.filter(isOdd), ...around.filter((index) => !isOdd(index))];
}

const isWritten = (line: string) => line.trim() !== '' && !line.trimStart().startsWith('#');

function indentsAround(lines: readonly string[], index: number): readonly number[] {
  const indentOf = (line: string | undefined) => /^ */.exec(line ?? '')![0].length;
  const before = lines.slice(0, index).findLast(isWritten);
  const after = lines.slice(index + 1).find(isWritten);
  const own = indentOf(lines[index]);
  const candidates = [indentOf(before), indentOf(after), indentOf(before) + 2];
  return [...new Set([...candidates, own - 1, own + 1, own - 2, own + 2])].filter(
    (indent) => indent >= 0,
  );
}

function mendedLine(written: string, index: number, { line, why }: LineMend): MendedLine {
  let column = 0;
  while (column < written.length && written[column] === line[column]) column += 1;
  // A line that is indented wrongly is wrong where it begins to say something.
  if (why.kind === 'broken' && written.trimStart() === line.trimStart()) {
    column = written.search(/\S/);
  }
  return { line: index + 1, column: column + 1, why };
}
