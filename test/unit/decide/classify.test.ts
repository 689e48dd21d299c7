import { describe, expect, it } from 'vitest';
import { classify } from '../../../src/decide/classify.ts';
import type { Release } from '../../../src/model/release.ts';

const because = { zh: '被盗', en: 'stolen' };
const release: Release = {
  format: 1,
  hash: 'h',
  procedures: {},
  facts: {},
  ruleSets: {
    sorting: {
      id: 'sorting',
      title: because,
      decides: 'standard',
      hit: 'first',
      rows: [
        {
          id: 'old',
          when: { kind: 'compare', fact: 'stolen', operator: 'is', value: 'yes' },
          outcome: 'theft-old',
          because,
          basis: [],
          override: false,
        },
        {
          id: 'new',
          when: { kind: 'compare', fact: 'stolen', operator: 'is', value: 'yes' },
          outcome: 'theft-new',
          because,
          basis: [],
          override: false,
        },
      ],
      cutOffs: [],
      suggest: [],
      basis: [],
    },
  },
  effective: {
    'theft-old': { from: '2025-01-01', to: '2025-12-31' },
    'theft-new': { from: '2026-02-01' },
  },
  classification: 'sorting',
  unclassified: 'unsorted',
  zones: [],
  channels: [],
};

describe('the standard of a report', () => {
  it.each([
    ['2024-12-31', 'unsorted'],
    ['2025-01-01', 'theft-old'],
    ['2025-12-31', 'theft-old'],
    ['2026-01-01', 'unsorted'],
    ['2026-01-31', 'unsorted'],
    ['2026-02-01', 'theft-new'],
  ])('made on %s is %s', async (at, standard) => {
    expect((await classify(release, { stolen: 'yes' }, at)).outcome).toBe(standard);
  });

  it('that is not in force is named with its dates', async () => {
    const { nearest, otherwise } = await classify(release, { stolen: 'yes' }, '2026-01-15');
    expect(otherwise).toBe(true);
    expect(nearest[0]).toMatchObject({ row: 'old', unmet: [] });
    expect(nearest[0]?.because.en).toBe(
      'stolen (that standard is in force from 2025-01-01 to 2025-12-31, not on 2026-01-15)',
    );
    expect(nearest[1]?.because.zh).toContain('2026-02-01');
  });

  it('of which nothing is known is for a person to decide', async () => {
    expect(await classify(release, {}, '2026-03-01')).toMatchObject({
      outcome: 'unsorted',
      otherwise: true,
      missing: ['stolen'],
    });
    const { classification: _none, ...bare } = release;
    expect(await classify(bare, {}, '2026-03-01')).toMatchObject({
      outcome: 'unsorted',
      because: [],
    });
  });
});
