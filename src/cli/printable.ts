import { replaceUnseen, visibleText } from '../model/visible-text.ts';

// The codes that our own lists are painted with: bold, red, yellow, green, cyan, and back.
const ownColour = /(\u{1b}\[(?:0|1|1;31|1;33|31|32|36)m)/u;

/** A text as it may go to a terminal: what a terminal would obey is shown instead, but for our own colours. */
export const printable = (text: string): string =>
  isJson(text)
    ? // There the same character has a form that can be seen, and programs read the same text.
      replaceUnseen(text, escaped)
    : text
        .split(ownColour)
        .map((part, at) => (at % 2 === 1 ? part : visibleText(part)))
        .join('');

const isJson = (text: string): boolean => /^\s*[[{]/.test(text);

const escaped = (character: string): string =>
  Array.from(
    { length: character.length },
    (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
  ).join('');
