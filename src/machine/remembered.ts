// A standard's incidents mostly take the same few hundred ways.
const keptMax = 300;

/**
 * A pure function that computes each result once, as long as it is among the last few hundred; what it is called with is
 * told apart by its JSON. Of a machine's transitions it keeps the part of their table that is in use, as regular
 * expressions are run by a table that is filled while it is read (Thompson, "Regular Expression Search Algorithm", 1968).
 */
export const remembered = <Called extends readonly unknown[], Result extends object>(
  compute: (...called: Called) => Result,
): ((...called: Called) => Result) => {
  const known = new Map<string, Result>();
  return (...called) => {
    const key = JSON.stringify(called);
    const before = known.get(key);
    if (before !== undefined) return before;
    const result = compute(...called);
    const [oldest] = known.keys();
    if (known.size >= keptMax && oldest !== undefined) known.delete(oldest);
    known.set(key, result);
    return result;
  };
};
