/** A list that a column holds as JSON; throws where it is none. */
export function parseList<Item>(text: string): readonly Item[] {
  const value: unknown = JSON.parse(text);
  if (!Array.isArray(value)) throw new Error('is no list');
  return value as readonly Item[];
}

/** An object that a column holds as JSON; throws where it is none, or one of these members is no text. */
export function parseObject<Value>(text: string, ...members: readonly (keyof Value)[]): Value {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null) throw new Error('is no object');
  const lacking = members.find((member) => typeof (value as Value)[member] !== 'string');
  if (lacking !== undefined) throw new Error(`lacks \`${String(lacking)}\``);
  return value as Value;
}
