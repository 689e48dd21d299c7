/** Both databases give bigint as text. All of ours are instants and counts: they fit a number, or something is broken. */
export function parseInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`bigint ${text} is beyond what a number holds`);
  return value;
}
