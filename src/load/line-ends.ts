import type { Problem } from '../model/diagnostic.ts';
import { carriageReturn } from '../diagnostics/yaml-problems.ts';

/** A text with line ends that YAML knows, and what is wrong with those that were written. */
export function plainLineEnds(
  file: string,
  text: string,
): { readonly text: string; readonly problems: readonly Problem[] } {
  const first = text.search(/\r(?!\n)/);
  if (first < 0) return { text, problems: [] };
  // Without any other line end these are the lines; among others each is a sign that nobody sees.
  const areLines = !text.includes('\n');
  const plain = text.replace(/\r(?!\n)/g, areLines ? '\n' : ' ');
  const before = plain.slice(0, first);
  const line = before.split('\n').length;
  const column = first - before.lastIndexOf('\n');
  const range = { start: { line, column }, end: { line, column: column + 1 } };
  return { text: plain, problems: [carriageReturn({ file, path: [], range })] };
}
