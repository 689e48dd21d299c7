import { createHash } from 'node:crypto';

// This is written anew on purpose: what judges the program may not be the program.
const canonical = (value) => {
  if (Array.isArray(value)) return `[${value.map((each) => canonical(each ?? null)).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`);
  return `{${members.join(',')}}`;
};

/** The hash that an entry must have. */
export const hashOf = ({ hash: _, ...entry }) =>
  createHash('sha256').update(canonical(entry)).digest('hex');

/** The faults of a chain: a gap, a link that does not hold, a content that is not the hash's, time that runs back. */
export const chainFaults = ({ entries, head }) => {
  const faults = [];
  let [previous, recorded] = ['0'.repeat(64), 0];
  for (const [index, entry] of entries.entries()) {
    if (entry.seq !== index + 1) faults.push(`entry ${index + 1} is numbered ${entry.seq}`);
    if (entry.previous !== previous)
      faults.push(`entry ${entry.seq} does not link to the one before`);
    if (entry.hash !== hashOf(entry)) faults.push(`entry ${entry.seq} is not what its hash says`);
    if (entry.recorded < recorded)
      faults.push(`entry ${entry.seq} was written before the one before`);
    ({ hash: previous, recorded } = entry);
  }
  const last = entries.at(-1);
  if (head.seq !== last?.seq || head.hash !== last?.hash)
    faults.push('the head is not the last entry');
  return faults;
};
