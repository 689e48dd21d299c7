import type { FastifySchemaValidationError } from 'fastify';
import type { Text } from '../../model/text.ts';
import type { ApiProblem, FieldProblem } from './api-problem.ts';
import { problemCatalogue } from './problem-catalogue.ts';

const shownMax = 20;

/** What the schema found wrong, field by field. */
export function validationProblem(
  errors: readonly FastifySchemaValidationError[],
  part: string,
): ApiProblem {
  const fields = distinct(withoutBranches(errors).map((error) => fieldProblem(error, part)));
  return { ...problemCatalogue.invalid, errors: fields.slice(0, shownMax) };
}

// A union tells each branch's complaint besides its own; `must be one of` a literal list is said once.
function withoutBranches(
  errors: readonly FastifySchemaValidationError[],
): readonly FastifySchemaValidationError[] {
  const unions = new Set(
    errors.filter(({ keyword }) => keyword === 'anyOf').map(({ instancePath }) => instancePath),
  );
  const kept = errors.filter(
    ({ keyword, instancePath }) => keyword === 'anyOf' || !unions.has(instancePath),
  );
  const deeper = kept.filter(({ keyword }) => keyword !== 'anyOf');
  return kept.filter(
    ({ keyword, instancePath }) =>
      keyword !== 'anyOf' ||
      !deeper.some((other) => other.instancePath.startsWith(`${instancePath}/`)),
  );
}

function fieldProblem(error: FastifySchemaValidationError, part: string): FieldProblem {
  const { missingProperty, additionalProperty } = error.params;
  const key = missingProperty ?? additionalProperty;
  const path =
    key === undefined ? error.instancePath : `${error.instancePath}/${escaped(String(key))}`;
  return { pointer: part === 'body' ? path : `/${part}${path}`, detail: wording(error) };
}

const escaped = (key: string) => key.replaceAll('~', '~0').replaceAll('/', '~1');

function wording({ keyword, params, message }: FastifySchemaValidationError): Text {
  const limit = String(params['limit'] ?? '');
  const words: Readonly<Record<string, Text>> = {
    required: { zh: '缺少', en: 'is missing' },
    additionalProperties: { zh: '没有这个字段', en: 'is not a known field' },
    type: { zh: `应为 ${String(params['type'])}`, en: `must be ${String(params['type'])}` },
    anyOf: { zh: '不是允许的值', en: 'is not one of the values allowed' },
    const: { zh: '不是允许的值', en: 'is not one of the values allowed' },
    enum: { zh: '不是允许的值', en: 'is not one of the values allowed' },
    minLength: { zh: `至少 ${limit} 个字符`, en: `must have at least ${limit} characters` },
    maxLength: { zh: `最多 ${limit} 个字符`, en: `must have at most ${limit} characters` },
    maxItems: { zh: `最多 ${limit} 项`, en: `must have at most ${limit} entries` },
    minimum: { zh: `不得小于 ${limit}`, en: `must be at least ${limit}` },
    maximum: { zh: `不得大于 ${limit}`, en: `must be at most ${limit}` },
    format: { zh: '应为 ISO 8601 时间', en: 'must be a moment in ISO 8601' },
    pattern: { zh: '写法不对', en: 'is not written as it must be' },
  };
  return words[keyword] ?? { zh: '不符合要求', en: message ?? 'is not as it must be' };
}

function distinct(fields: readonly FieldProblem[]): readonly FieldProblem[] {
  const seen = new Map(fields.map((field) => [`${field.pointer} ${field.detail.en}`, field]));
  return [...seen.values()];
}
