import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { timeFormats } from '../model/time-format.ts';
import type { JsonSchema } from './json-schema.ts';

// The schemas are ours and tested: they are not validated again at each start. Errors carry value and schema.
// A definition is compiled once and called from everywhere: a third of the time of compiling it in each place.
const ajv = new Ajv({
  allErrors: true,
  verbose: true,
  strict: false,
  meta: false,
  validateSchema: false,
  addUsedSchema: false,
  logger: false,
  inlineRefs: false,
  code: { optimize: false },
  formats: Object.fromEntries(
    Object.entries(timeFormats).map(([format, read]) => [
      format,
      (text: string) => read(text).fault === undefined,
    ]),
  ),
});

const compiled = new WeakMap<JsonSchema, ValidateFunction>();

/** All that ajv finds wrong with a value. `branch` is a part of `root`, whose definitions it may use. */
export function schemaErrors(
  root: JsonSchema,
  branch: JsonSchema,
  value: unknown,
): readonly ErrorObject[] {
  let validate = compiled.get(branch);
  if (!validate) {
    for (const [name, definition] of Object.entries(root.definitions ?? {})) {
      if (!ajv.schemas[name]) ajv.addSchema(named(definition), name);
    }
    validate = ajv.compile(named(branch));
    compiled.set(branch, validate);
  }
  return validate(value) ? [] : (validate.errors ?? []);
}

// The schemas of all kinds share their definitions: here they are schemas of their own, called by name.
function named({ $id: _, $schema: __, definitions: ___, ...schema }: JsonSchema): JsonSchema {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/definitions/', '"')) as JsonSchema;
}
