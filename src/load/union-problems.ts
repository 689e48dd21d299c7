import type { DocumentPath, Problem } from '../model/diagnostic.ts';
import { nearestWord } from '../diagnostics/nearest-word.ts';
import { limitTooLong, notOneOf, wrongForm } from '../diagnostics/schema-problems.ts';
import { acceptedKinds } from './accepted-kinds.ts';
import { isTooLong } from './is-too-long.ts';
import { guessHelp } from './guess-help.ts';
import type { JsonSchema } from './json-schema.ts';
import { kindOf } from './kind-of.ts';
import { kindProblem } from './kind-problem.ts';
import { schemaHelp } from './schema-help.ts';
import { unionBranches } from './union-branches.ts';

interface Union {
  readonly file: string;
  readonly path: DocumentPath;
  readonly root: JsonSchema;
  readonly union: JsonSchema;
  readonly explain: (branch: JsonSchema) => readonly Problem[];
}

/** Why a value fits none of several shapes: told for the one that was probably meant. */
export function unionProblems(
  value: unknown,
  { file, path, root, union, explain }: Union,
): readonly Problem[] {
  const place = { file, path };
  const kind = kindOf(value);
  const same = unionBranches(union, root).filter((branch) => accepts(branch, kind, root));
  if (same.length === 0) return [kindProblem(place, value, { schema: union, root })];
  if (typeof value === 'object') return cheapest(same.map(explain));

  const text = String(value);
  const words = same.flatMap(wordsOf);
  const forms = same.filter(({ pattern }) => pattern !== undefined);
  if (forms.length === 0 || nearestWord(text, words) !== undefined) {
    return words.length > 0 ? [notOneOf(place, text, words)] : cheapest(same.map(explain));
  }
  if (forms.some(({ pattern }) => isTooLong(text, pattern))) return [limitTooLong(place, text)];
  const guess = forms.map(({ pattern = '' }) => guessHelp(text, pattern)).find(Boolean);
  return [wrongForm(place, text, guess ?? schemaHelp(union) ?? schemaHelp(forms[0]!))];
}

function accepts(branch: JsonSchema, kind: string, root: JsonSchema): boolean {
  const kinds = acceptedKinds(branch, root);
  return kinds.some((wanted) => wanted === kind || (wanted === 'integer' && kind === 'number'));
}

function wordsOf(branch: JsonSchema): string[] {
  if (branch.enum) return branch.enum.map(String);
  return 'const' in branch ? [String(branch.const)] : [];
}

// The fewer mistakes, the more likely the shape; a misspelt key counts for half of a missing or a needless one.
function cheapest(explanations: readonly (readonly Problem[])[]): readonly Problem[] {
  const cost = (problems: readonly Problem[]) =>
    problems.reduce((sum, { about }) => sum + (about.fault === 'misspelt' ? 1 : 2), 0);
  return explanations.reduce((best, next) => (cost(next) < cost(best) ? next : best));
}
