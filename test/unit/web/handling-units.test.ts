import { expect, test } from 'vitest';
import { handlingUnits } from '../../../src/web/report/handling-units.ts';

const units = Object.entries({ station: ['scene', 'desk'], squad: ['scene'], office: [] }).map(
  ([id, handles]) => ({ id, name: { zh: id, en: id }, handles, holds: [] }),
);
const offered = (draft: { readonly handledAt?: string; readonly unit?: string }) =>
  handlingUnits(units, draft).map(({ id }) => id);

test('units that handle nothing are not offered, nor those that do not handle so', () => {
  expect(offered({})).toEqual(['station', 'squad']);
  expect(offered({ handledAt: 'scene' })).toEqual(['station', 'squad']);
  expect(offered({ handledAt: 'desk' })).toEqual(['station']);
});

test('a unit that is chosen already stays to be seen', () => {
  expect(offered({ handledAt: 'desk', unit: 'squad' })).toEqual(['station', 'squad']);
});
