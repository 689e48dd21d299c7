/** The candidate that `word` was probably meant to be, if one is near enough; of equally near ones the first. */
export function nearestWord(word: string, candidates: readonly string[]): string | undefined {
  const wanted = normalise(word);
  let nearest: string | undefined;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - wanted.length) >= least) continue;
    const distance = editDistance(wanted, normalise(candidate), least);
    if (distance < least && distance < candidate.length) [nearest, least] = [candidate, distance];
  }
  return nearest;
}

// `Take_Statements` was meant to be `take-statements`. Ids are short: what is longer is no misspelling.
const normalise = (word: string) => word.slice(0, 80).toLowerCase().replace(/[_\s]/g, '-');

/** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment); given up at `limit`. */
function editDistance(from: string, to: string, limit: number): number {
  let beforeLast: number[] = [];
  let lowestBefore = 0;
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const row = [i];
    let lowest = i;
    for (let j = 1; j <= to.length; j += 1) {
      const same = from[i - 1] === to[j - 1];
      let least = Math.min(row[j - 1]! + 1, last[j]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]) {
        least = Math.min(least, beforeLast[j - 2]! + 1);
      }
      row.push(least);
      if (least < lowest) lowest = least;
    }
    // Distances only grow from row to row, but for a swap, which looks back two.
    if (lowest >= limit && lowestBefore >= limit) return limit;
    lowestBefore = lowest;
    [beforeLast, last] = [last, row];
  }
  return last[to.length]!;
}
