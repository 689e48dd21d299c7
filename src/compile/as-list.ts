/** One or several as a list; nothing as an empty one. */
export function asList<Item>(value: Item | readonly Item[] | undefined): readonly Item[] {
  if (value === undefined) return [];
  return isList(value) ? value : [value];
}

// `Array.isArray` does not narrow a readonly array.
const isList = <Item>(value: Item | readonly Item[]): value is readonly Item[] =>
  Array.isArray(value);
