import { expect, test } from 'vitest';
import { Gathering } from '../../../src/store/queries/gathering.ts';

function busy(incidents: number, everyMilliseconds: number) {
  const gathering = new Gathering();
  gathering.began(1000);
  for (let count = 0; count < incidents; count += 1)
    gathering.asked(`I${count}`, 1000 + count * everyMilliseconds);
  return gathering;
}

test('while many incidents are busy a transaction waits for others, but not for long', () => {
  const gathering = busy(4, 2);
  expect(gathering.wait(1010)).toBe(20);
  expect(gathering.wait(1030)).toBe(0);
});

test('one incident waits for nobody, however fast its acts come', () => {
  const gathering = new Gathering();
  for (let at = 1000; at < 1100; at += 5) gathering.asked('I1', at);
  gathering.began(1100);
  expect(gathering.wait(1101)).toBe(0);
});

test('what was long ago does not count', () => {
  expect(busy(20, 50).wait(1001)).toBe(0);
});
