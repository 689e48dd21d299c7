import type { JsonSchema } from '../../src/load/json-schema.ts';
import type { SourceKind } from '../../src/load/source-kind.ts';
import { readSchema } from '../../src/load/read-schema.ts';
import { conditionKeys, walkCondition } from './condition-words.ts';
import { fits } from './fits.ts';
import { hiddenWords } from './hidden-words.ts';
import { patternWords, wordsOfLimit } from './pattern-words.ts';

/** Where in a file something of the language is written; an empty path is the file. */
export type Path = readonly (string | number)[];

/** Called for each key, form and word of the language: in a schema alone, or along a file, with the place of it there. */
export type Visit = (key: string, path: Path) => void;

/**
 * Definitions that several places share: each is a section of its own, and its keys are listed once. A due is not among
 * them: a step's runs in another place than that of a second person.
 */
const sections = [
  'text',
  'basis',
  'ids',
  'limit',
  'condition',
  'fact',
  'step',
  'second-person',
  'override',
];

/** Names that stand for any value: nothing about them is a feature. */
const plain = ['id', 'date'];

interface Context {
  readonly root: JsonSchema;
  readonly visit: Visit;
  /** Also what is not written: every section, form and word. */
  readonly all: boolean;
  readonly seen: Set<string>;
}

/** Names everything that a file of a kind can say. */
export function walkSchema(kind: SourceKind, visit: Visit): void {
  const root = readSchema(kind);
  walk(root, kind, [], undefined, { root, visit, all: true, seen: new Set() });
}

/** Names what a file says, with the places. */
export function walkFile(kind: SourceKind, value: unknown, visit: Visit): void {
  const root = readSchema(kind);
  walk(root, kind, [], value, { root, visit, all: false, seen: new Set() });
}

function walk(
  schema: JsonSchema,
  name: string,
  path: Path,
  value: unknown,
  context: Context,
): void {
  if (schema.$ref !== undefined) return walkReference(schema.$ref, name, path, value, context);
  const { all } = context;
  for (const word of wordsOf(schema, name, value, all)) context.visit(`${name} = ${word}`, path);
  for (const word of limitWordsOf(schema, value, all)) context.visit(`limit = ${word}`, path);
  if (schema.anyOf) return walkForms(schema.anyOf, name, path, value, context);
  if (schema.items) {
    const items = all ? [undefined] : Array.isArray(value) ? value : [];
    items.forEach((item, index) => walk(schema.items!, name, [...path, index], item, context));
  }
  walkMap(schema, name, path, value, context);
}

/** The words that a value can be, or is, written with. */
function wordsOf(
  schema: JsonSchema,
  name: string,
  value: unknown,
  all: boolean,
): readonly string[] {
  const [, , hidden = []] =
    hiddenWords.find(([begin, end]) => name.startsWith(begin) && name.endsWith(end)) ?? [];
  const known = [...(schema.enum ?? []).map(String), ...hidden];
  return all ? known : known.filter((word) => word === String(value));
}

/** Of a limit, wherever it stands: its units and phrases. */
function limitWordsOf(schema: JsonSchema, value: unknown, all: boolean): readonly string[] {
  const known = patternWords(schema);
  if (all || known.length === 0) return known;
  return typeof value === 'string' ? wordsOfLimit(value) : [];
}

function walkReference(
  ref: string,
  name: string,
  path: Path,
  value: unknown,
  context: Context,
): void {
  const definition = ref.replace('#/definitions/', '');
  if (plain.includes(definition)) return;
  const isSection = sections.includes(definition);
  if (isSection && context.all) {
    if (context.seen.has(definition)) return;
    context.seen.add(definition);
  }
  if (definition === 'condition') {
    if (context.all) for (const key of conditionKeys) context.visit(key, path);
    else walkCondition(value, path, context.visit);
    return;
  }
  const schema = context.root.definitions?.[definition] ?? {};
  walk(schema, isSection ? definition : name, path, value, context);
}

function walkForms(
  forms: readonly JsonSchema[],
  name: string,
  path: Path,
  value: unknown,
  context: Context,
): void {
  const shared = sharedKeys(forms, context.root);
  for (const form of forms) {
    if (!context.all && !fits(form, value, context.root)) continue;
    const label = formLabel(form, context.root);
    const named = label === undefined ? name : `${name} ${label}`;
    if (label !== undefined) context.visit(named, path);
    const nested = label === undefined && shared.length > 0 ? { ...form, shared } : form;
    walk(nested, named, path, value, context);
    if (!context.all) return;
  }
}

function walkMap(
  schema: JsonSchema,
  name: string,
  path: Path,
  value: unknown,
  context: Context,
): void {
  const { properties = {} } = schema;
  const [others] = [
    schema.additionalProperties,
    ...Object.values(schema.patternProperties ?? {}),
  ].filter((each) => typeof each === 'object');
  const written = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
  const known = Object.keys(properties);
  const shared = (schema['shared'] ?? []) as readonly string[];
  const from = ` {${String(schema.required?.[0])}}`;
  for (const key of context.all ? known : known.filter((each) => Object.hasOwn(written, each))) {
    const named = `${name}${shared.includes(key) ? from : ''} > ${key}`;
    context.visit(named, [...path, key]);
    if (name === 'override') continue;
    walk(properties[key]!, named, [...path, key], read(written, key), context);
  }
  if (others === undefined) return;
  const free = context.all ? ['*'] : Object.keys(written).filter((key) => !known.includes(key));
  for (const key of free) {
    const named = `${name} > *`;
    if (known.length > 0) context.visit(named, [...path, key]);
    walk(others, named, [...path, key], read(written, key), context);
  }
}

const read = (map: object, key: string): unknown => (map as Readonly<Record<string, unknown>>)[key];

/** Keys that several forms of one value have. */
function sharedKeys(forms: readonly JsonSchema[], root: JsonSchema): readonly string[] {
  const keys = forms.flatMap((form) => Object.keys(resolved(form, root).properties ?? {}));
  return keys.filter((key, index) => keys.indexOf(key) !== index);
}

/** The label that tells a form from the others of its value; a map with keys of its own is told by these. */
function formLabel(form: JsonSchema, root: JsonSchema): string | undefined {
  const { const: word, type, properties, $ref } = form;
  if (word !== undefined) return `= ${String(word)}`;
  if ($ref === '#/definitions/condition') return '(a condition)';
  const schema = resolved(form, root);
  if (schema.type === 'object') return properties === undefined ? '(a map)' : undefined;
  if (schema.enum !== undefined) return undefined;
  return labels[String(schema.type ?? type)] ?? '(any)';
}

const labels: Readonly<Record<string, string>> = {
  string: '(a word)',
  array: '(a list)',
  number: '(a number)',
  integer: '(a number)',
  boolean: '(yes or no)',
  null: '(nothing)',
};

function resolved(schema: JsonSchema, root: JsonSchema): JsonSchema {
  const { $ref } = schema;
  if ($ref === undefined) return schema;
  return root.definitions?.[$ref.replace('#/definitions/', '')] ?? {};
}
