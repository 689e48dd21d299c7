import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../../src/model/diagnostic.ts';
import type { Mistake } from './mistake.ts';
import { harmless, mistakes } from './mistakes.ts';
import { openPolicyCopy } from './policy-copy.ts';

// `JIECHU_MISTAKES=200 npx vitest run test/unit/cli/mistakes` makes so many of each kind; `JIECHU_SEED` chooses others.
const runs = Number(process.env['JIECHU_MISTAKES'] ?? 4);
const seed = Number(process.env['JIECHU_SEED'] ?? 11);

const policy = openPolicyCopy();
afterAll(() => policy.remove());

/** A few: a mistake that shows at several places is told with them. */
const problemsMax = 4;

/** The complaint about how a mistake is told of; nothing where it is told well. */
function complaintOf(
  { at, line, mayBeNone }: Mistake,
  found: readonly Diagnostic[],
): string | undefined {
  const errors = found.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  if (!first) return mayBeNone ? undefined : 'no error';
  if (found.length > problemsMax) return `${found.length} problems`;
  if (line === undefined || isNear(first, at, line)) return undefined;
  const places = first.related.map(({ file, range }) => `${file}:${range.start.line}`);
  if (places.includes(`${at}:${line}`)) return undefined;
  // A line that is gone is missed in the entry it belonged to, or where it was named.
  return first.about.fault === 'unfit' ? `${first.file}:${first.range.start.line}` : undefined;
}

/** In the line, or in the one before or behind it. */
const isNear = ({ file, range }: Diagnostic, at: string, line: number) =>
  file === at && Math.abs(range.start.line - line) <= 1;

describe.each(Object.entries(mistakes))('where %s', (_, make) => {
  const all = make(policy);

  it('that is told first, with little else', async () => {
    const check = async (mistake: Mistake) => {
      const found = await policy.checkWith(mistake);
      const complaint = complaintOf(mistake, found);
      const told = found.map(
        ({ code, file, range, message }) => `${file}:${range.start.line} ${code} ${message.en}`,
      );
      const { what, at, line } = mistake;
      expect(complaint, `${what}: ${at}:${line ?? ''}\n${told.slice(0, 8).join('\n')}`).toBe(
        undefined,
      );
    };
    const one = fc.nat(all.length - 1);
    const property = fc.asyncProperty(one, (index) => check(all[index]!));
    await fc.assert(property, { numRuns: runs, seed, endOnFailure: true });
  }, 600_000);
});

describe.each(Object.entries(harmless))('where %s', (_, make) => {
  it('nothing is wrong', async () => {
    const all = make(policy);
    const property = fc.asyncProperty(fc.nat(all.length - 1), async (index) => {
      const found = await policy.checkWith(all[index]!);
      expect(found, all[index]!.at).toEqual([]);
    });
    await fc.assert(property, { numRuns: runs, seed });
  }, 600_000);
});
