import type { Text } from '../model/text.ts';

/** The program was called with something it cannot work with. Ends it with status 2 and this one line. */
export class WrongUse extends Error {
  readonly text: Text;

  constructor(text: Text) {
    super(text.en);
    this.text = text;
  }
}
