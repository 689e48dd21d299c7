import { createHash } from 'node:crypto';

/** A number from 0 to below 1 that follows from what it is drawn for: a drill that is resumed draws what comes next. */
export const draw = (...what) =>
  createHash('sha256').update(what.join('/')).digest().readUInt32BE(0) / 2 ** 32;

/** One of a list, by a number from 0 to below 1. */
export const pick = (list, drawn) => list[Math.floor(drawn * list.length)];

/** A whole number of a span, by a number from 0 to below 1. */
export const within = ([least, most], drawn) => Math.floor(least + drawn * (most - least));
