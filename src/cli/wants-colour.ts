/** True where the text is for a person at a terminal that shows colours. */
export const wantsColour = (): boolean =>
  process.stdout.isTTY === true && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb';
