import type { CST } from 'yaml';
import { tokenChildren } from './token-children.ts';

/**
 * Where the quote starts that runs over several lines up to the line of `offset`, if one does: a quote that was not
 * closed ends at the next one, however far below, and only there the parser stumbles.
 */
export function openQuote(
  tokens: readonly CST.Token[],
  text: string,
  offset: number,
): number | undefined {
  const lineStart = text.lastIndexOf('\n', Math.min(offset, text.trimEnd().length) - 1) + 1;
  const lineEnd = text.indexOf('\n', offset);
  const open = [...tokens];
  for (let token = open.pop(); token; token = open.pop()) {
    for (const child of tokenChildren(token)) open.push(child);
    if (token.type !== 'double-quoted-scalar' && token.type !== 'single-quoted-scalar') continue;
    const end = token.offset + token.source.trimEnd().length;
    if (token.offset < lineStart && end >= lineStart && (lineEnd < 0 || end <= lineEnd))
      return token.offset;
  }
  return undefined;
}
