import type { JsonSchema } from '../../src/load/json-schema.ts';
import { kindOf } from '../../src/load/kind-of.ts';
import { timeFault } from '../../src/model/time-format.ts';

/** True where a value is written in this form; looks only as deep as it takes to tell forms of one value apart. */
export function fits(form: JsonSchema, value: unknown, root: JsonSchema): boolean {
  const { $ref } = form;
  if ($ref !== undefined) {
    return fits(root.definitions?.[$ref.replace('#/definitions/', '')] ?? {}, value, root);
  }
  if (form.anyOf) return form.anyOf.some((each) => fits(each, value, root));
  if (form.const !== undefined) return value === form.const;
  if (form.enum !== undefined) return form.enum.includes(value);
  if (form.type === undefined) return true;
  const kind = kindOf(value);
  if (kind !== (form.type === 'integer' ? 'number' : form.type)) return false;
  if (typeof value === 'string') {
    if (timeFault(form.format ?? '', value)) return false;
    return form.pattern === undefined || new RegExp(form.pattern).test(value);
  }
  if (kind === 'array')
    return (value as unknown[]).every((item) => fits(form.items ?? {}, item, root));
  return kind !== 'object' || hasItsKeys(form, value as object);
}

function hasItsKeys(
  { required = [], properties, additionalProperties }: JsonSchema,
  value: object,
) {
  const written = Object.keys(value);
  const isStrict = additionalProperties === false && properties !== undefined;
  return (
    required.every((key) => Object.hasOwn(value, key)) &&
    // A condition has no keys of its own.
    (!isStrict ||
      Object.keys(properties).length === 0 ||
      written.every((key) => Object.hasOwn(properties, key)))
  );
}
