import type { FactSpec } from '../model/fact-spec.ts';
import type { Placed } from './vocabulary.ts';

/** The facts that can be named somewhere, by id. */
export type FactScope = ReadonlyMap<string, Placed<FactSpec>>;
