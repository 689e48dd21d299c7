/** A content as one text, whatever the order of its keys: the same content has the same text. */
export const contentText = (content: unknown): string => JSON.stringify(sorted(content));

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  // Object.fromEntries would let a key `__proto__` vanish, and integer keys sort themselves: pairs do neither.
  return {
    of: entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, member]) => [key, sorted(member)]),
  };
}
