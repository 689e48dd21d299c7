import type { JsonSchema } from './json-schema.ts';

/** True for the schema of a text in both languages. */
export function isTextSchema({ properties }: JsonSchema): boolean {
  return properties !== undefined && Object.keys(properties).join() === 'zh,en';
}
