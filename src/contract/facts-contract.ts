import { Type } from 'typebox';
import { namePattern, textPattern } from './text-contract.ts';

const factsMax = 200;

/** The answer to a fact. One schema and not three of which one has to fit: what is wrong is said once. */
const Answer = Type.Unsafe<string | number | boolean>({
  type: ['string', 'number', 'boolean'],
  maxLength: 2000,
  pattern: textPattern,
});

/** Answers by fact, as they are sent: not more than any form asks. */
export const FactsGiven = Type.Unsafe<Record<string, string | number | boolean>>({
  type: 'object',
  maxProperties: factsMax,
  propertyNames: { type: 'string', minLength: 1, maxLength: 64, pattern: namePattern },
  additionalProperties: Answer,
});
