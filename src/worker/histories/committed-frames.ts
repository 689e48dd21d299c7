/** The pages that a write-ahead log of SQLite holds, as they are after its last commit. */
export interface CommittedFrames {
  /** Where in the log each page's latest content begins. */
  readonly pages: ReadonlyMap<number, number>;
  /** The number of pages that the database has then. */
  readonly count: number;
}

const headerBytes = 32;
const frameHeaderBytes = 24;
const magic = 0x377f0682;

/** Reads what a write-ahead log has committed. What a crash left behind its last whole commit was never acknowledged. */
export const committedFrames = (log: Buffer): CommittedFrames => {
  const pages = new Map<number, number>();
  if (log.length < headerBytes || (log.readUInt32BE(0) & ~1) >>> 0 !== magic) {
    return { pages, count: 0 };
  }
  const sum = runningSum(log);
  const pageBytes = log.readUInt32BE(8);
  const salts = log.subarray(16, 24);
  if (!sum.isAt(24, [0, 24])) return { pages, count: 0 };
  let count = 0;
  let open: (readonly [page: number, at: number])[] = [];
  const length = frameHeaderBytes + pageBytes;
  for (let at = headerBytes; at + length <= log.length; at += length) {
    const data = at + frameHeaderBytes;
    // Frames of an earlier use of the log have other salts.
    if (!log.subarray(at + 8, at + 16).equals(salts)) break;
    if (!sum.isAt(at + 16, [at, at + 8], [data, data + pageBytes])) break;
    open.push([log.readUInt32BE(at), data]);
    const committed = log.readUInt32BE(at + 4);
    if (committed === 0) continue;
    count = committed;
    for (const [page, from] of open) pages.set(page, from);
    open = [];
  }
  return { pages, count };
};

/** The checksum of a log, which runs through all of it; its words are read as the machine wrote them that made it. */
const runningSum = (log: Buffer) => {
  const isBig = (log.readUInt32BE(0) & 1) === 1;
  const word = (at: number): number => (isBig ? log.readUInt32BE(at) : log.readUInt32LE(at));
  let [first, second] = [0, 0];
  return {
    /** Adds parts of the log, and tells whether the sum is the one that stands at a place. */
    isAt(place: number, ...parts: readonly (readonly [from: number, to: number])[]): boolean {
      for (const [from, to] of parts) {
        for (let at = from; at < to; at += 8) {
          first = (first + word(at) + second) >>> 0;
          second = (second + word(at + 4) + first) >>> 0;
        }
      }
      return log.readUInt32BE(place) === first && log.readUInt32BE(place + 4) === second;
    },
  };
};
