import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../src/diagnostics/catalogue.ts';

const family = (code: string) => code.slice(0, 3);
const codes = [...new Set(catalogue.map(({ code }) => code))];
const outsideBackticks = (text: string) => text.replace(/`[^`]*`/g, '``');

describe('the catalogue of problems', () => {
  it.each(codes)('%s is a family of three letters and three digits', (code) => {
    expect(code).toMatch(/^[A-Z]{3}[0-9]{3}$/);
  });

  it('lists the codes of each family in ascending order, one message to a code', () => {
    for (const name of new Set(codes.map(family))) {
      const own = catalogue.map(({ code }) => code).filter((code) => family(code) === name);
      expect(own).toEqual([...own].sort());
    }
  });

  it.each(catalogue)('$code says what to do: $message.en', ({ help }) => {
    expect(help).toBeDefined();
  });

  const texts = catalogue.flatMap(({ code, message, help }) => [
    { code, what: 'message', text: message },
    ...(help ? [{ code, what: 'help', text: help }] : []),
  ]);
  it.each(texts)('$code: its $what is one line in house style: $text.en', ({ what, text }) => {
    for (const words of [text.zh, text.en]) {
      expect(words).not.toMatch(/[\n\r\t]/);
      expect(words).not.toMatch(/undefined|\[object|NaN/);
      expect(words).not.toMatch(/[.。]$/);
      expect((words.match(/`/g) ?? []).length % 2, 'backticks come in pairs').toBe(0);
      expect(words.trim()).toBe(words);
    }
    expect(text.en).toMatch(/^[a-z`]/);
    expect(text.en).not.toMatch(/\p{Script=Han}|[，。：；、]/u);
    expect(text.zh).toMatch(/\p{Script=Han}/u);
    // Chinese texts use Chinese punctuation around Chinese words.
    expect(outsideBackticks(text.zh)).not.toMatch(/\p{Script=Han}[,;:]/u);
    if (what === 'message') expect(text.en).not.toMatch(/\?$/);
    // Words of the program are no words of the domain.
    expect(outsideBackticks(text.en)).not.toMatch(
      /\b(schema|anyOf|regex|pattern|object|array|string|null|JSON)\b/i,
    );
  });
});
