import type { FastifySchemaValidationError } from 'fastify';
import type { Text } from '../../model/text.ts';
import { timeFaultText } from '../../model/time-fault-text.ts';
import { timeFault } from '../../model/time-format.ts';
import type { ApiProblem, FieldProblem } from './api-problem.ts';
import { namePattern, textPattern, wordsPattern } from '../../contract/text-contract.ts';
import { problemCatalogue } from './problem-catalogue.ts';

const shownMax = 20;

// Thousands may be wrong at once, and what follows compares each with each.
const readMax = 200;

const headerProblems: Readonly<Record<string, ApiProblem>> = {
  '/idempotency-key': problemCatalogue.keyMissing,
  '/x-file-name': problemCatalogue.fileNameMalformed,
};

/** The problem with what the schema found wrong, field by field. */
export function validationProblem(
  errors: readonly FastifySchemaValidationError[],
  part: string,
): ApiProblem {
  const header = part === 'headers' && headerProblems[errors[0]?.instancePath ?? ''];
  if (header) return header;
  const found = errors.filter(({ keyword }) => keyword !== 'propertyNames').slice(0, readMax);
  const fields = distinct(withoutBranches(found).map((error) => fieldProblem(error, part)));
  return { ...problemCatalogue.invalid, errors: fields.slice(0, shownMax) };
}

// A union tells each branch's complaint besides its own: only those of the branch that was meant are of use.
function withoutBranches(
  errors: readonly FastifySchemaValidationError[],
): readonly FastifySchemaValidationError[] {
  const union = errors.find(({ keyword }) => keyword === 'anyOf');
  if (!union) return errors;
  const others = errors.filter((error) => error !== union && branchOf(union, error) === undefined);
  const inside = errors.filter((error) => branchOf(union, error) !== undefined);
  const wrong = new Set(
    inside.filter((error) => isOfAnother(union, error)).map((error) => branchOf(union, error)),
  );
  const meant = inside.filter((error) => !wrong.has(branchOf(union, error)));
  if (meant.length > 0) return withoutBranches([...others, ...meant]);
  const words = inside.filter(({ keyword }) => keyword === 'const' || keyword === 'enum');
  return withoutBranches([...others, oneOf(words[0] ?? union, words)]);
}

const oneOf = (
  error: FastifySchemaValidationError,
  words: readonly FastifySchemaValidationError[],
): FastifySchemaValidationError => ({
  ...error,
  keyword: 'enum',
  params: { allowedValues: words.flatMap(wordsOf) },
});

const wordsOf = ({ params }: FastifySchemaValidationError): readonly unknown[] =>
  'allowedValue' in params ? [params['allowedValue']] : ((params['allowedValues'] ?? []) as []);

// `#/anyOf/2/required` stands in branch 2 of `#/anyOf`, where it is about the same value or a part of it.
function branchOf(
  union: FastifySchemaValidationError,
  { schemaPath, instancePath }: FastifySchemaValidationError,
): string | undefined {
  const isPart = `${instancePath}/`.startsWith(`${union.instancePath}/`);
  if (!isPart || !schemaPath.startsWith(`${union.schemaPath}/`)) return undefined;
  return schemaPath.slice(union.schemaPath.length + 1).split('/')[0];
}

// Another word, or another kind of value, than the branch begins with: it is not the one that was meant.
const isOfAnother = (
  union: FastifySchemaValidationError,
  { keyword, instancePath }: FastifySchemaValidationError,
) =>
  keyword === 'const' ||
  keyword === 'enum' ||
  (keyword === 'type' && instancePath === union.instancePath);

function fieldProblem(error: FastifySchemaValidationError, part: string): FieldProblem {
  const { missingProperty, additionalProperty } = error.params;
  const { propertyName } = error as { readonly propertyName?: string };
  const key = missingProperty ?? additionalProperty ?? propertyName;
  const path =
    key === undefined ? error.instancePath : `${error.instancePath}/${escaped(String(key))}`;
  return { pointer: part === 'body' ? path : `/${part}${path}`, detail: wording(error) };
}

const keyShownMax = 64;

const escaped = (key: string) =>
  key.slice(0, keyShownMax).replaceAll('~', '~0').replaceAll('/', '~1');

function wording(error: FastifySchemaValidationError): Text {
  const { keyword, params, message } = error;
  const limit = String(params['limit'] ?? '');
  const words: Readonly<Record<string, Text>> = {
    required: { zh: '缺少', en: 'is missing' },
    additionalProperties: { zh: '没有这个字段', en: 'is not a known field' },
    type: kindWanted(params['type']),
    const: allowed(wordsOf(error)),
    enum: allowed(wordsOf(error)),
    minLength: { zh: `至少 ${limit} 个字符`, en: `must have at least ${limit} characters` },
    maxLength: { zh: `最多 ${limit} 个字符`, en: `must have at most ${limit} characters` },
    maxItems: { zh: `最多 ${limit} 项`, en: `must have at most ${limit} entries` },
    maxProperties: { zh: `最多 ${limit} 项`, en: `must have at most ${limit} entries` },
    minimum: { zh: `不得小于 ${limit}`, en: `must be at least ${limit}` },
    maximum: { zh: `不得大于 ${limit}`, en: `must be at most ${limit}` },
    format: formatWords(error),
    pattern: patternWords[String(params['pattern'])] ?? notSo,
  };
  return words[keyword] ?? { zh: '不符合要求', en: message ?? 'is not as it must be' };
}

// The validator is told to put the value into its errors.
function formatWords({ params, ...error }: FastifySchemaValidationError): Text {
  const { data } = error as { readonly data?: unknown };
  // Every wording is made for every error: only one about a text has a text.
  const fault = timeFault(String(params['format']), typeof data === 'string' ? data : '');
  return fault ? timeFaultText(fault) : notSo;
}

const notSo: Text = { zh: '写法不对', en: 'is not written as it must be' };

function kindWanted(kinds: unknown): Text {
  const words = Array.isArray(kinds) ? kinds : [kinds];
  return { zh: `应为 ${words.join('、')}`, en: `must be ${words.join(' or ')}` };
}

const patternWords: Readonly<Record<string, Text>> = {
  [textPattern]: {
    zh: '有控制字符或残缺的字符；请删去（换行和制表符可以）',
    en: 'has a control character or half of a character: delete it (line breaks and tabs may stay)',
  },
  [namePattern]: {
    zh: '有看不见的字符；请删去',
    en: 'has a character that cannot be seen: delete it',
  },
  [wordsPattern]: { zh: '不能为空', en: 'must not be empty' },
};

const allowed = (values: readonly unknown[]): Text =>
  values.length === 0
    ? { zh: '不是允许的值', en: 'is not one of the values allowed' }
    : { zh: `只能是${backticked(values, '、')}`, en: `must be one of ${backticked(values, ', ')}` };

const backticked = (values: readonly unknown[], between: string) =>
  values.map((value) => `\`${String(value)}\``).join(between);

function distinct(fields: readonly FieldProblem[]): readonly FieldProblem[] {
  const seen = new Map(fields.map((field) => [`${field.pointer} ${field.detail.en}`, field]));
  return [...seen.values()];
}
