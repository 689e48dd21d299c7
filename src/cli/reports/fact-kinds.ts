import type { AnswerKind } from '../../model/fact-spec.ts';

/** The kind of answer that each known fact takes: a cell of a table has none of its own. */
export type FactKinds = ReadonlyMap<string, AnswerKind['kind']>;

/** Where no system or release is at hand. */
export const noFactKinds: FactKinds = new Map();
