import type { CST } from 'yaml';
import { tokenChildren } from './token-children.ts';

const depthMax = 64;

/**
 * The offset where tokens nest deeper than any file of the language, if they do. Asked before they are composed:
 * composing recurses, and a text of nothing but `[` would end the whole process.
 */
export function tooDeep(tokens: readonly CST.Token[]): number | undefined {
  const open = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = open.pop(); next; next = open.pop()) {
    const { token, depth } = next;
    if (depth > depthMax) return token.offset;
    for (const child of tokenChildren(token)) open.push({ token: child, depth: depth + 1 });
  }
  return undefined;
}
