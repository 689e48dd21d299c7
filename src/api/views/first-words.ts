// Two lines of a phone in Chinese, one and a half in English.
const charactersMost = 48;

const characters = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** The beginning of a text, on one line: enough to tell it from others. No character is cut in two. */
export function firstWords(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  const begun: string[] = [];
  for (const { segment } of characters.segment(line)) {
    if (begun.length === charactersMost) return `${begun.join('').trimEnd()}…`;
    begun.push(segment);
  }
  return line;
}
