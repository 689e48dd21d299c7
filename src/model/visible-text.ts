// Signs that turn the direction of the text, that have no width, or that command a terminal. Not the selectors of a
// character's form, which stand behind many signs and change no meaning.
const unseen =
  /(?![\ufe00-\ufe0f\u{e0100}-\u{e01ef}])[\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb\p{Cs}]|(?![\t\n\r])\p{Cc}/gu;

/** A text in which characters that cannot be seen are shown instead of obeyed: `⟨U+202E⟩`. */
export const visibleText = (text: string): string => replaceUnseen(text, mark);

/** A text with something else in place of each character that cannot be seen. */
export const replaceUnseen = (text: string, instead: (character: string) => string): string =>
  text.replaceAll(unseen, instead);

function mark(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
  return `⟨U+${code.padStart(4, '0')}⟩`;
}
