import { TestSource } from '../../src/model/source/condition-source.ts';
import type { Path } from './schema-walk.ts';

/** The words that join conditions; the schema leaves the inside of a condition to the compiler. */
const joining = ['all', 'any', 'not'] as const;

/** The words that test a fact, from the source schema. */
const testing = TestSource.anyOf.flatMap((form) =>
  'properties' in form ? Object.keys(form.properties) : [],
);

/** Every word of conditions. */
export const conditionKeys = [
  'condition > fact',
  ...joining.map((word) => `condition > ${word}`),
  ...testing.map((word) => `condition > fact > ${word}`),
];

/** The words that a condition is written with, and where. */
export function walkCondition(
  value: unknown,
  path: Path,
  visit: (key: string, path: Path) => void,
): void {
  if (Array.isArray(value)) {
    value.forEach((item, index) => walkCondition(item, [...path, index], visit));
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value)) walkPart(key, part, [...path, key], visit);
  }
}

function walkPart(
  key: string,
  part: unknown,
  path: Path,
  visit: (key: string, path: Path) => void,
): void {
  if ((joining as readonly string[]).includes(key)) {
    visit(`condition > ${key}`, path);
    walkCondition(part, path, visit);
    return;
  }
  visit('condition > fact', path);
  if (typeof part !== 'object' || part === null) return;
  for (const word of Object.keys(part)) visit(`condition > fact > ${word}`, [...path, word]);
}
