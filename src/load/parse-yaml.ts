import { Composer, LineCounter, Parser, type CST, type Document, type ParsedNode } from 'yaml';
import type { DocumentPath, Problem, Range } from '../model/diagnostic.ts';
import {
  directive,
  emptyFile,
  severalDocuments,
  tooDeep as tooDeepProblem,
} from '../diagnostics/yaml-problems.ts';
import { locateNode } from './locate-node.ts';
import { offsetRange } from './offset-range.ts';
import { readNode } from './read-node.ts';
import { syntaxProblems } from './syntax-problems.ts';
import { hiddenCharacters, mergeMarkers } from './text-problems.ts';
import { tooDeep } from './too-deep.ts';
import { yamlOptions } from './yaml-options.ts';

/** A text as data, with the place of everything in it. */
export interface ParsedYaml {
  readonly file: string;
  readonly text: string;
  /** Plain data; `undefined` where nothing could be made of the text. */
  readonly value: unknown;
  readonly problems: readonly Problem[];
  /** The line from which on the text is broken: what does not fit there is a consequence. */
  readonly brokenFrom?: number;
  /** Values that were refused: their shape says nothing. */
  readonly spoilt: readonly DocumentPath[];
  /** Mappings of which a key was refused: what is missing there may be the one. */
  readonly incomplete: readonly DocumentPath[];
  readonly locate: (path: DocumentPath, at: 'key' | 'value') => Range;
}

/** Takes a text apart: YAML 1.2 without references, tags, directives and further documents. Never throws. */
export function parseYaml(file: string, text: string): ParsedYaml {
  const conflicts = mergeMarkers(file, text);
  const lines = countLines(text);
  const nowhere = {
    file,
    text,
    value: undefined,
    spoilt: [],
    incomplete: [],
    locate: () => offsetRange(lines, 0),
  };
  if (conflicts.length > 0) return { ...nowhere, problems: conflicts, brokenFrom: 1 };

  const tokens = [...new Parser().parse(text)];
  const deep = tooDeep(tokens);
  if (deep !== undefined) {
    const range = offsetRange(lines, deep);
    return { ...nowhere, problems: [tooDeepProblem({ file, path: [], range })], brokenFrom: 1 };
  }
  const [document, next] = [
    ...new Composer({ ...yamlOptions, lineCounter: lines }).compose(tokens, true, text.length),
  ];
  const hidden = [...hiddenCharacters(file, text), ...directives(file, tokens, lines)];
  if (!document) return { ...nowhere, problems: [...hidden, emptyFile(file)] };
  return {
    file,
    text,
    ...readDocument(document, { next, hidden, lines, tokens, file, text }),
  };
}

// The parser would count them too, but loses some where a text is broken.
function countLines(text: string): LineCounter {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
    lines.addNewLine(at + 1);
  return lines;
}

function directives(file: string, tokens: readonly CST.Token[], lines: LineCounter): Problem[] {
  return tokens.flatMap((token) => {
    if (token.type !== 'directive') return [];
    const range = offsetRange(lines, token.offset, token.offset + token.source.length);
    return [directive({ file, path: [], range })];
  });
}

interface Context {
  readonly file: string;
  readonly text: string;
  readonly lines: LineCounter;
  readonly tokens: readonly CST.Token[];
  readonly next: Document.Parsed | undefined;
  readonly hidden: readonly Problem[];
}

function readDocument(
  document: Document.Parsed,
  { file, text, lines, tokens, next, hidden }: Context,
) {
  const root: ParsedNode | null = document.contents;
  const broken = syntaxProblems({ file, text, lines, tokens }, document.errors);
  const reading = readNode(file, root, { lines, text });
  const problems = [...hidden, ...broken, ...reading.problems];
  if (next) {
    const range = offsetRange(lines, document.range[2]);
    problems.push(severalDocuments({ file, path: [], range }));
  }
  if (problems.length === 0 && reading.value === null) problems.push(emptyFile(file));
  const brokenFrom = Math.min(...broken.map(({ range }) => range?.start.line ?? 1));
  return {
    value: reading.value ?? undefined,
    problems,
    spoilt: reading.spoilt,
    incomplete: reading.incomplete,
    ...(broken.length > 0 && { brokenFrom }),
    locate: (path: DocumentPath, at: 'key' | 'value') => locateNode(root, path, at, lines),
  };
}
