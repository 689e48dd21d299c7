import { Type, type Static } from 'typebox';

/** A text in both languages; the page chooses. */
export const TextContract = Type.Object({ zh: Type.String(), en: Type.String() });
export type TextContract = Static<typeof TextContract>;

/** A person or unit as shown: id and name. */
export const Named = Type.Object({ id: Type.String(), name: TextContract });
export type Named = Static<typeof Named>;

export const momentPattern = '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-5][0-9]';

/** ISO 8601 with its offset from UTC. Leap seconds have no place among instants, so there is no second 60. */
export const Moment = Type.String({ format: 'date-time', pattern: momentPattern });

/** What something is asked for by. Control characters are in no name, and PostgreSQL fails at a NUL. */
export const Name = (maxLength: number) =>
  Type.String({ minLength: 1, maxLength, pattern: '^\\P{C}*$' });

export const wordsPattern = '\\S';

/** Words of a person: more than blanks. */
export const Words = (maxLength: number) => Type.String({ maxLength, pattern: wordsPattern });
