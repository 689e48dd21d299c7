import { replaceUnseen } from '../model/visible-text.ts';

// A terminal shows a text in one line.
const breaks = /[\t\n\r\p{Zl}\p{Zp}]/gu;

const escaped = (character: string): string =>
  character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');

/** A text from outside as one line that a terminal shows and does not obey. */
export const shownText = (text: string): string =>
  replaceUnseen(text, escaped).replace(breaks, escaped);

/** JSON that a terminal shows and does not obey: still JSON, of the same value. */
export const shownJson = (json: string): string =>
  replaceUnseen(json, escaped).replace(breaks, (character) =>
    character === '\n' ? character : escaped(character),
  );

/** A name from outside as a line shows it, of a length that there is room for. */
export const briefly = (name: string): string =>
  shownText(name.length <= 80 ? name : `${[...name.slice(0, 200)].slice(0, 60).join('')}…`);
