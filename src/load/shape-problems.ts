import type { ErrorObject } from 'ajv';
import type { DocumentPath, Problem } from '../model/diagnostic.ts';
import { missingId, unknownKey } from '../diagnostics/schema-problems.ts';
import { errorPath } from './error-path.ts';
import { errorProblem } from './error-problem.ts';
import type { JsonSchema } from './json-schema.ts';
import { isOfMissingId, missingIds } from './missing-ids.ts';
import { followsFrom, misspeltKeys } from './misspelt-keys.ts';
import { schemaErrors } from './schema-errors.ts';
import { unionProblems } from './union-problems.ts';

interface Shape {
  readonly file: string;
  readonly root: JsonSchema;
  /** The part of the root that the value should fit; the root itself unless given. */
  readonly schema?: JsonSchema;
  /** Where the value stands in its file. */
  readonly base?: DocumentPath;
}

/** The differences of a value from the shape of a schema: one problem a place, in the words of the language. */
export function shapeProblems(
  value: unknown,
  { file, root, schema = root, base = [] }: Shape,
): Problem[] {
  const errors = outermost(schemaErrors(root, schema, value)).map((error) => ({
    error,
    path: errorPath(error.instancePath, value),
  }));
  const idless = errors.length > 0 ? missingIds(value, schema, root) : [];
  const others = errors.filter(({ path }) => !idless.some((each) => isOfMissingId(path, each)));
  const misspelt = misspeltKeys(
    others.map(({ error }) => error),
    { value, schema, root },
  );
  const rest = others.filter(
    ({ error, path }) => !misspelt.some((key) => followsFrom(error, path, key)),
  );
  return oneForEachPlace([
    ...idless.map(({ path, keys }) =>
      missingId({ file, path: [...base, ...path, keys[0]!], at: 'key' }, keys),
    ),
    ...misspelt.map(({ path, key, meant }) =>
      unknownKey({ file, path: [...base, ...path], at: 'key' }, key, [meant]),
    ),
    ...rest.flatMap(({ error, path }, index) =>
      explain(error, { file, root, path: [...base, ...path], isBrief: index >= guessedMax }),
    ),
  ]);
}

/** So many mistakes have their nearest words looked for: nobody reads more, and each look costs. */
const guessedMax = 1000;

interface Explained {
  readonly file: string;
  readonly root: JsonSchema;
  readonly path: DocumentPath;
  readonly isBrief: boolean;
}

function explain(error: ErrorObject, { file, root, path, isBrief }: Explained): readonly Problem[] {
  if (error.keyword !== 'anyOf') return [errorProblem(error, { root, file, path, isBrief })];
  return unionProblems(error.data, {
    file,
    root,
    path,
    union: error.parentSchema as JsonSchema,
    explain: (branch) => shapeProblems(error.data, { file, root, schema: branch, base: path }),
  });
}

// ajv tells what is wrong with each branch of a union, and with each name it refuses: these are asked for anew,
// branch by branch, where the union as a whole is explained.
function outermost(errors: readonly ErrorObject[]): ErrorObject[] {
  const unions = errors.filter(({ keyword }) => keyword === 'anyOf');
  const within = (error: ErrorObject, union: ErrorObject) =>
    error !== union &&
    (error.instancePath === union.instancePath ||
      error.instancePath.startsWith(`${union.instancePath}/`));
  return errors.filter(
    (error) => error.propertyName === undefined && !unions.some((union) => within(error, union)),
  );
}

// Of an empty text it is enough to hear that it is empty; several missing keys are several problems.
function oneForEachPlace(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems.filter(({ path, at, code, about }) => {
    const key = JSON.stringify([path, at === 'key' ? [code, about] : '']);
    return !seen.has(key) && seen.add(key);
  });
}
