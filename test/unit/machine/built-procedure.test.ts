import { expect, test } from 'vitest';
import { builtProcedure } from '../../../src/machine/built-procedure.ts';
import { smallSpec } from './small-release.ts';

test('specs of the same content are built once, also when they are other objects', () => {
  const spec = smallSpec('facts');
  const copy = structuredClone(spec);
  expect(builtProcedure([copy])).toBe(builtProcedure([spec]));
});

test('a spec that differs in one number is built by itself', () => {
  const spec = smallSpec('facts');
  const other = builtProcedure([{ ...spec, priority: spec.priority + 1 }]);
  expect(other).not.toBe(builtProcedure([spec]));
  expect(other.spec.priority).toBe(spec.priority + 1);
});

test('what was built long ago makes room, and is built again', () => {
  const spec = smallSpec('facts');
  const before = builtProcedure([spec]);
  for (let count = 0; count < 300; count += 1) builtProcedure([{ ...spec, number: 1000 + count }]);
  const again = builtProcedure([spec]);
  expect(again).not.toBe(before);
  expect(again.spec).toEqual(before.spec);
});
