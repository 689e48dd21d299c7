import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chainStart as machineStart, hashEntry } from '../../src/machine/log-chain.ts';
import { chainStart, chainedHash } from '../../src/store/chained-hash.ts';
import { verifyChain } from '../../src/store/verify-chain.ts';
import { logOf, started, step } from './log-of.ts';

const log = logOf(started(), step('sign', { due: 5 }), step('arrive'), { kind: 'closed' });

describe('the chain of a log', () => {
  it('is hashed here as in the machine, whatever the content', () => {
    expect(chainStart).toBe(machineStart);
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const entry = { ...log[0]!, data: value as never };
        const { hash: _hash, ...hashed } = entry;
        expect(chainedHash(entry)).toBe(hashEntry(hashed));
      }),
    );
    for (const { hash, ...entry } of log) {
      expect(hashEntry(entry)).toBe(hash);
      expect(chainedHash({ ...entry, hash })).toBe(hash);
    }
  });

  it('is whole as it was written, also from the middle on', () => {
    expect(verifyChain(log)).toBeUndefined();
    expect(verifyChain(log.slice(2), log[1])).toBeUndefined();
    expect(verifyChain([])).toBeUndefined();
  });

  it('is whole after a way through JSON with other key orders', () => {
    const reversed = log.map(
      (entry) => Object.fromEntries(Object.entries(entry).reverse()) as typeof entry,
    );
    expect(verifyChain(JSON.parse(JSON.stringify(reversed)))).toBeUndefined();
  });

  it('shows an altered, a missing, an exchanged and an added entry', () => {
    const altered = log.map((entry) => (entry.seq === 2 ? { ...entry, by: 'somebody' } : entry));
    expect(verifyChain(altered)).toEqual({ seq: 2, what: 'altered' });
    expect(verifyChain(log.filter(({ seq }) => seq !== 3))).toEqual({ seq: 3, what: 'missing' });
    const forged = { ...log[1]!, by: 'somebody' };
    const rehashed = { ...forged, hash: chainedHash(forged) };
    expect(verifyChain([log[0]!, rehashed, ...log.slice(2)])).toEqual({ seq: 3, what: 'unlinked' });
    expect(verifyChain(log.slice(1))).toEqual({ seq: 1, what: 'missing' });
  });
});
