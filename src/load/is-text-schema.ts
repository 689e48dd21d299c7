import type { JsonSchema } from './json-schema.ts';

/** Whether a schema is that of a text in both languages. */
export function isTextSchema({ properties }: JsonSchema): boolean {
  return properties !== undefined && Object.keys(properties).join() === 'zh,en';
}
