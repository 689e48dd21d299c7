import { expect, test } from 'vitest';
import { printable } from '../../../src/cli/printable.ts';

test('what a verb prints shows what a terminal would obey, and keeps its own colours', () => {
  const text = '\u001b[31m✗\u001b[0m 张\u202e三\u001b[2J\u001b[8m\n';
  expect(printable(text)).toBe('\u001b[31m✗\u001b[0m 张⟨U+202E⟩三⟨U+001B⟩[2J⟨U+001B⟩[8m\n');
});

test('what a verb prints as JSON has no such character, and is the same to a program', () => {
  const data = { text: 'a\u202eb\u{e0041}', list: ['⟨U+202E⟩'] };
  const shown = printable(JSON.stringify(data));
  expect(shown).not.toMatch(/[\u202e\u{e0041}]/u);
  expect(JSON.parse(shown)).toEqual(data);
});
