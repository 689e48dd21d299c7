import { Composer, Parser, type CST } from 'yaml';
import { tokenChildren } from './token-children.ts';
import { tooDeep } from './too-deep.ts';
import { yamlOptions } from './yaml-options.ts';

/** The first line, from 0, in which a text cannot be read; nothing where it can. */
export function firstBrokenLine(text: string): BrokenLine | undefined {
  const tokens = [...new Parser().parse(text)];
  if (tooDeep(tokens) !== undefined) return undefined;
  const documents = [...new Composer(yamlOptions).compose(tokens, true, text.length)];
  const offsets = [
    ...documents.flatMap(({ errors }) => errors.filter(isBreak).map(({ pos }) => pos[0])),
    ...tokens.flatMap(gluedLines),
  ];
  if (offsets.length === 0) return undefined;
  const first = offsets.reduce((least, offset) => Math.min(least, offset), text.length);
  return { line: text.slice(0, first).split('\n').length - 1, errors: offsets.length };
}

/** Where a text begins to be broken, and how much the parser has to say about it. */
export interface BrokenLine {
  readonly line: number;
  readonly errors: number;
}

/** Tags, references and the like are no broken lines. */
const isBreak = ({ code }: { code: string }) => !languageCodes.has(code);

const languageCodes: ReadonlySet<string> = new Set([
  ...['TAG_RESOLVE_FAILED', 'MULTIPLE_TAGS', 'ALIAS_PROPS', 'BAD_ALIAS', 'MULTIPLE_ANCHORS'],
  ...['BAD_DIRECTIVE', 'RESOURCE_EXHAUSTION', 'NON_STRING_KEY'],
]);

/** Lines that look like a key of their own, and are read as going on with the text above: `by：officer`. */
export function gluedLines(token: CST.Token): readonly number[] {
  const inner = tokenChildren(token).flatMap(gluedLines);
  if (token.type !== 'scalar' || !token.source.includes('\n')) return inner;
  const [first = '', ...others] = token.source.split('\n');
  let offset = token.offset + first.length + 1;
  const glued: number[] = [];
  for (const line of others) {
    if (/^\s*(- )?[a-z0-9][a-z0-9-]*\s*[:：]/.test(line)) glued.push(offset);
    offset += line.length + 1;
  }
  return [...inner, ...glued];
}
