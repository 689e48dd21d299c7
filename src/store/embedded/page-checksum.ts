/** The length of a page of PostgreSQL. */
export const pageBytes = 8192;

const sumsAtOnce = 32;
const prime = 16_777_619;

// Those of PostgreSQL: 32 sums run beside each other, each from a value of its own.
const offsets = Int32Array.of(
  ...[0x5b1f36e9, 0xb8525960, 0x02ab50aa, 0x1de66d2a, 0x79ff467a, 0x9bb9f8a3, 0x217e7cd2],
  ...[0x83e13d2c, 0xf8d4474f, 0xe39eb970, 0x42c6ae16, 0x993216fa, 0x7b093b5d, 0x98daff3c],
  ...[0xf718902a, 0x0b1c9cdb, 0xe58f764b, 0x187636bc, 0x5d7b3bb1, 0xe73de7de, 0x92bec979],
  ...[0xcca6c0b2, 0x304a0979, 0x85aa43d4, 0x783125bb, 0x6ca8eaa2, 0xe407eac6, 0x4b5cfc3e],
  ...[0x9fbf8c76, 0x15ca20be, 0xf2ca9fd3, 0x959bd756],
);
const sums = new Int32Array(sumsAtOnce);

// A page keeps its checksum in the lower half of its third word.
const checksumWord = 2;
const checksumMask = 0xffff;

/**
 * True where a page of a database with checksums is as it was written. The rule is PostgreSQL's: FNV-1a in 32 sums
 * side by side, mixed with the number of the block. A page of zeros was made and not used yet.
 */
export function isWholePage(words: Int32Array, block: number): boolean {
  const stored = words[checksumWord]! & checksumMask;
  return pageChecksum(words, block) === stored || words.every((word) => word === 0);
}

function pageChecksum(words: Int32Array, block: number): number {
  sums.set(offsets);
  for (let at = 0; at < words.length; at += sumsAtOnce) {
    for (let place = 0; place < sumsAtOnce; place += 1) {
      const word = words[at + place]!;
      // The checksum itself counts as 0; the other half of the word holds flags.
      sums[place] = mixed(sums[place]!, at + place === checksumWord ? word & ~checksumMask : word);
    }
  }
  const all = sums.reduce((sum, each) => sum ^ mixed(mixed(each, 0), 0), block);
  return ((all >>> 0) % 65_535) + 1;
}

const mixed = (sum: number, word: number): number => {
  const both = sum ^ word;
  return Math.imul(both, prime) ^ (both >>> 17);
};
