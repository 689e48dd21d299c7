import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { within } from '../../../src/worker/within.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('an answer in time is given, and leaves no timer behind', async () => {
  expect(await within(Promise.resolve('here'), 1000)).toBe('here');
  expect(vi.getTimerCount()).toBe(0);
});

test('an answer that fails in time fails, and leaves no timer behind', async () => {
  await expect(within(Promise.reject(new Error('away')), 1000)).rejects.toThrow('away');
  expect(vi.getTimerCount()).toBe(0);
});

test('a late answer is nothing', async () => {
  const late = within(new Promise(() => {}), 1000);
  await vi.advanceTimersByTimeAsync(1000);
  expect(await late).toBeUndefined();
});
