import { expect, test } from 'vitest';
import { countdownStage } from '../../../src/web/clock/countdown-stage.ts';

const opened = 1000;
const due = 2000;

test.each([
  ['at opening', 1000, 'calm'],
  ['just before half of the time', 1499, 'calm'],
  ['at half of the time', 1500, 'half'],
  ['at the due instant, which is on time', 2000, 'half'],
  ['right after the due instant', 2001, 'late'],
])('%s the countdown is %3$s', (_when, now, stage) => {
  expect(countdownStage({ opened, due, now })).toBe(stage);
});

test('where nobody knows when the time began, it turns from calm to late', () => {
  expect(countdownStage({ due, now: 1999 })).toBe('calm');
  expect(countdownStage({ due, now: 2001 })).toBe('late');
});

test('a step overdue at opening is late from the start', () => {
  expect(countdownStage({ opened: 3000, due, now: 3000 })).toBe('late');
});
