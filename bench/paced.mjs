import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Goes along several tracks in turn, one move each `1 / perSecond` seconds however long the moves take: who is slow
 * is not asked less. Only the moves of one track wait for each other. Gives what the moves gave.
 */
export const paced = async (tracks, perSecond) => {
  const ends = tracks.map(() => Promise.resolve());
  const results = [];
  const moves = tracks.flatMap((track, of) => track.map((move, at) => ({ move, at, of })));
  moves.sort((left, right) => left.at - right.at || left.of - right.of);
  const begun = performance.now();
  for (const [turn, { move, of }] of moves.entries()) {
    await sleep(Math.max(0, begun + (turn * 1000) / perSecond - performance.now()));
    ends[of] = ends[of].then(async () => results.push(await move()));
    ends[of].catch(() => {}); // told below
  }
  await Promise.allSettled(ends);
  await Promise.all(ends);
  return results;
};

/** The time that something took, in milliseconds. */
export const timed = async (work) => {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
};
