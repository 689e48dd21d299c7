const lengthMax = 60;

/** The text of a user in backticks: on one line, cut where long, without characters that move a cursor. */
export function quote(text: string | number | boolean): string {
  const line = String(text)
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '\u{FFFD}')
    .replaceAll('`', "'");
  const characters = [...line];
  const shown =
    characters.length > lengthMax ? `${characters.slice(0, lengthMax - 1).join('')}…` : line;
  return `\`${shown}\``;
}
