import { Type, type Static } from 'typebox';

/** A text in both languages; the page chooses. */
export const TextContract = Type.Object({ zh: Type.String(), en: Type.String() });
export type TextContract = Static<typeof TextContract>;

/** A person or unit as shown: id and name. */
export const Named = Type.Object({ id: Type.String(), name: TextContract });
export type Named = Static<typeof Named>;

/** A moment with its offset from UTC, as `readMoment` reads it. */
export const Moment = Type.String({ format: 'date-time', maxLength: 40, pattern: '^[ -~]*$' });

// Control characters but tab, line feed and carriage return, and halves of characters: PostgreSQL keeps none of NUL
// and halves, and a terminal obeys the others.
const character = '[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\ud800-\\udfff]';

export const textPattern = `^${character}*$`;
export const wordsPattern = '\\S';

/** A text as it is sent: of limited length, and in characters that can be kept and shown. */
export const Text = (maxLength: number) => Type.String({ maxLength, pattern: textPattern });

/** Words of a person: a text of more than blanks. */
export const Words = (maxLength: number) =>
  Type.String({ maxLength, pattern: textPattern, allOf: [{ pattern: wordsPattern }] });

export const namePattern = '^\\P{C}*$';

/** The name by which something is asked for: a text on one line, with nothing in it that cannot be seen. */
export const Name = (maxLength: number, minLength = 1) =>
  Type.String({ minLength, maxLength, pattern: namePattern });

/** Digits in an address. */
export const Digits = (maxLength: number, description?: string) =>
  Type.String({
    maxLength,
    pattern: '^[0-9]+$',
    ...(description !== undefined && { description }),
  });
