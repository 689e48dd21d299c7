// Control characters, format characters (direction, width), separators of lines, and halves of characters.
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

const escaped = (character: string): string =>
  character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');

/** A text from outside as one line that a terminal shows and does not obey. */
export const shownText = (text: string): string => text.replace(hidden, escaped);

/** JSON that a terminal shows and does not obey: still JSON, of the same value. */
export const shownJson = (json: string): string =>
  json.replace(hidden, (character) => (character === '\n' ? character : escaped(character)));

/** A name from outside as a line shows it, of a length that there is room for. */
export const briefly = (name: string): string =>
  shownText(name.length <= 80 ? name : `${[...name.slice(0, 200)].slice(0, 60).join('')}…`);
