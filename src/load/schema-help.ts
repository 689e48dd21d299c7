import type { Text } from '../model/text.ts';
import { formHelp } from '../diagnostics/schema-problems.ts';
import type { JsonSchema } from './json-schema.ts';
import { yamlFlow } from './yaml-flow.ts';

/** The description (`中文 | English`) and the examples of a schema, as help. */
export function schemaHelp({ description, examples = [] }: JsonSchema): Text | undefined {
  const [zh, en] = description?.split(' | ') ?? [];
  const text = zh !== undefined && en !== undefined ? { zh, en } : undefined;
  return formHelp(text, examples.map(yamlFlow));
}
