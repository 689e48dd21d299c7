import { describe, expect, test } from 'vitest';
import { visibleText } from '../../../src/model/visible-text.ts';

describe('a text as it is shown', () => {
  test.each([
    ['a turn of direction', 'abc\u202egnp.exe', 'abc⟨U+202E⟩gnp.exe'],
    ['an isolate', '\u2066x\u2069', '⟨U+2066⟩x⟨U+2069⟩'],
    ['a space without width', '张\u200b三', '张⟨U+200B⟩三'],
    ['a byte order mark', '\ufeff张', '⟨U+FEFF⟩张'],
    ['a soft hyphen', 'a\u00adb', 'a⟨U+00AD⟩b'],
    ['a letter that fills nothing', 'a\u3164b', 'a⟨U+3164⟩b'],
    ['a tag', 'a\u{e0041}b', 'a⟨U+E0041⟩b'],
    ['a command to a terminal', '\u001b[2J', '⟨U+001B⟩[2J'],
    ['a NUL', 'a\0', 'a⟨U+0000⟩'],
    ['half of a character', 'a\ud83d', 'a⟨U+D83D⟩'],
  ])('marks %s', (_, text, shown) => {
    expect(visibleText(text)).toBe(shown);
  });

  test('leaves what can be seen, line breaks, tabs and the form of a sign', () => {
    const text = '报警人说：\r\n\t“车没了” ✔️ 😀 שלום';
    expect(visibleText(text)).toBe(text);
  });
});
