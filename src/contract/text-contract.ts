import { Type, type Static } from 'typebox';

/** A text in both languages; the page chooses. */
export const TextContract = Type.Object({ zh: Type.String(), en: Type.String() });
export type TextContract = Static<typeof TextContract>;

/** A person or unit as shown: id and name. */
export const Named = Type.Object({ id: Type.String(), name: TextContract });
export type Named = Static<typeof Named>;

/** A moment with its offset from UTC, as `readMoment` reads it. */
export const Moment = Type.String({ format: 'date-time' });

/** What something is asked for by. Control characters are in no name, and PostgreSQL fails at a NUL. */
export const Name = (maxLength: number) =>
  Type.String({ minLength: 1, maxLength, pattern: '^\\P{C}*$' });

export const wordsPattern = '\\S';

/** Words of a person: more than blanks. */
export const Words = (maxLength: number) => Type.String({ maxLength, pattern: wordsPattern });
