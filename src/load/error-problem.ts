import type { ErrorObject } from 'ajv';
import type { DocumentPath, Problem } from '../model/diagnostic.ts';
import type { Text } from '../model/text.ts';
import type { ProblemPlace } from '../diagnostics/problem-place.ts';
import {
  emptyText,
  limitTooLong,
  missingKey,
  missingTranslation,
  notOneOf,
  outOfBounds,
  repeatedItem,
  unknownKey,
  wrongForm,
  wrongId,
  wrongShape,
  wrongTime,
  type Bound,
} from '../diagnostics/schema-problems.ts';
import { timeFault } from '../model/time-format.ts';
import { isTooLong } from './is-too-long.ts';
import { guessHelp } from './guess-help.ts';
import { isTextSchema } from './is-text-schema.ts';
import type { JsonSchema } from './json-schema.ts';
import { kindProblem } from './kind-problem.ts';
import { resolveRef } from './resolve-ref.ts';
import { schemaHelp } from './schema-help.ts';
import { yamlFlow } from './yaml-flow.ts';

interface ErrorContext {
  readonly root: JsonSchema;
  readonly file: string;
  readonly path: DocumentPath;
  /** Without a guess at what was meant. */
  readonly isBrief?: boolean;
}

const bounds: Readonly<Record<string, Bound>> = {
  minimum: 'number-least',
  maximum: 'number-most',
  maxLength: 'characters-most',
  minItems: 'items-least',
  maxItems: 'items-most',
  minProperties: 'keys-least',
  maxProperties: 'keys-most',
};

/** One error of ajv (all but `anyOf`) in the words of the language. */
export function errorProblem(
  error: ErrorObject,
  { root, file, path, isBrief = false }: ErrorContext,
): Problem {
  const { keyword, data } = error;
  const params = error.params as Record<string, unknown>;
  const schema = (error.parentSchema ?? {}) as JsonSchema;
  const place: ProblemPlace = { file, path };
  const keyPlace = (key: string): ProblemPlace => ({ file, path: [...path, key], at: 'key' });
  const bound = bounds[keyword];
  if (bound) return outOfBounds(place, bound, Number(params['limit']));
  switch (keyword) {
    case 'type':
      return kindProblem(place, data, { schema, root });
    case 'required': {
      const key = String(params['missingProperty']);
      return missing({ ...place, at: 'key' }, key, { schema, root });
    }
    case 'additionalProperties': {
      const key = String(params['additionalProperty']);
      return isBrief ? unknownKey(keyPlace(key), key, []) : additional(keyPlace(key), key, schema);
    }
    case 'propertyNames': {
      const key = String(params['propertyName']);
      return badId(keyPlace(key), key, schema.propertyNames?.pattern);
    }
    case 'pattern': {
      const text = String(data);
      if (isTooLong(text, schema.pattern)) return limitTooLong(place, text);
      return wrongForm(place, text, guessHelp(text, schema.pattern ?? '') ?? schemaHelp(schema));
    }
    case 'format': {
      const fault = timeFault(schema.format ?? '', String(data));
      return fault ? wrongTime(place, String(data), fault) : wrongShape(place, schemaHelp(schema));
    }
    case 'enum':
      return notOneOf(place, data as string, (schema.enum ?? []).map(String));
    case 'const':
      return notOneOf(place, data as string, [String(schema.const)]);
    case 'minLength':
      return emptyText(place);
    case 'uniqueItems': {
      const index = Number(params['i']);
      return repeatedItem({ file, path: [...path, index] }, String((data as unknown[])[index]));
    }
    default:
      return wrongShape(place, schemaHelp(schema));
  }
}

function missing(
  place: ProblemPlace,
  name: string,
  { schema, root }: { schema: JsonSchema; root: JsonSchema },
): Problem {
  if (isTextSchema(schema)) return missingTranslation(place, name === 'zh' ? 'zh' : 'en');
  const { pattern, examples = [] } = resolveRef(schema.properties?.[name] ?? {}, root);
  // Which id belongs here is known to the author alone: an example would mislead.
  return missingKey(place, name, pattern === idPattern ? [] : examples.map(yamlFlow));
}

function additional(place: ProblemPlace, name: string, schema: JsonSchema): Problem {
  const known = Object.keys(schema.properties ?? {});
  const [pattern] = Object.keys(schema.patternProperties ?? {});
  return known.length === 0 && pattern !== undefined
    ? badId(place, name, pattern)
    : unknownKey(place, name, known);
}

const badId = (place: ProblemPlace, id: string, pattern = '') =>
  wrongId(place, id, guessHelp(id, pattern) ?? idHelp);

const idPattern = '^[a-z0-9][a-z0-9-]*$';
const idHelp: Text = {
  zh: '只用小写字母、数字、连字符，例如 `take-statements`',
  en: 'use small letters, digits and hyphens, for example `take-statements`',
};
