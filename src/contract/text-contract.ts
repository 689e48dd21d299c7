import { Type, type Static } from 'typebox';

/** A text in both languages; the page chooses. */
export const TextContract = Type.Object({ zh: Type.String(), en: Type.String() });
export type TextContract = Static<typeof TextContract>;

/** A person or unit as shown: id and name. */
export const Named = Type.Object({ id: Type.String(), name: TextContract });
export type Named = Static<typeof Named>;

/** ISO 8601 in UTC. */
export const Moment = Type.String({ format: 'date-time' });
