import type { Problem } from '../model/diagnostic.ts';
import type { Text } from '../model/text.ts';
import type { ProblemPlace } from '../diagnostics/problem-place.ts';
import { quote } from '../diagnostics/quote.ts';
import { emptyValue, missingTranslation, wrongKind } from '../diagnostics/schema-problems.ts';
import { isTextSchema } from './is-text-schema.ts';
import type { JsonSchema } from './json-schema.ts';
import { kindOf } from './kind-of.ts';
import { schemaHelp } from './schema-help.ts';
import { unionBranches } from './union-branches.ts';
import { acceptedKinds } from './accepted-kinds.ts';

/** A value of a kind that `schema` does not accept. */
export function kindProblem(
  place: ProblemPlace,
  value: unknown,
  { schema, root }: { schema: JsonSchema; root: JsonSchema },
): Problem {
  const found = kindOf(value);
  const wanted = acceptedKinds(schema, root);
  if (found === 'null') return emptyValue({ ...place, at: 'key' }, wanted);
  if (isTextSchema(schema) && typeof value === 'string') {
    return missingTranslation(place, /\p{Script=Han}/u.test(value) ? 'en' : 'zh');
  }
  const branches = unionBranches(schema, root);
  const help = conversionHelp(value, branches) ?? schemaHelp(schema);
  return wrongKind(place, found, { wanted, help });
}

// Help that writes the same value in the kind that is wanted.
function conversionHelp(value: unknown, branches: readonly JsonSchema[]): Text | undefined {
  const wants = (kind: string) => branches.some(({ type }) => type === kind);
  const write = (text: string): Text => ({ zh: `写成 ${quote(text)}`, en: `write ${quote(text)}` });
  if (typeof value === 'number' || typeof value === 'boolean') {
    const fits = ({ type, pattern = '' }: JsonSchema) =>
      type === 'string' && new RegExp(pattern, 'u').test(String(value));
    return branches.some(fits) ? inQuotes(`"${value}"`) : undefined;
  }
  if (typeof value !== 'string') return undefined;
  if (wants('boolean') && /^(yes|on|no|off)$/i.test(value)) {
    return write(/^(yes|on)$/i.test(value) ? 'true' : 'false');
  }
  if ((wants('number') || wants('integer')) && /^-?[0-9]+$/.test(value)) return write(value);
  if (wants('array') && !wants('object') && value.length < 40) return write(`[${value}]`);
  return undefined;
}

const inQuotes = (text: string): Text => ({
  zh: `作为文字请加引号：${quote(text)}`,
  en: `put it in quotes: ${quote(text)}`,
});
