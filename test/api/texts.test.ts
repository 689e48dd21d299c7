import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runApi, type RunningApi } from './running-api.ts';

let api: RunningApi;
beforeAll(async () => void (api = await runApi()));
afterAll(() => api.stop());

interface Schema {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly maxProperties?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly propertyNames?: Schema;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
}

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly schema: Schema }[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema?: Schema }>>;
  };
}

// The whole of `format` is not asked here: the pattern alone has to refuse them.
const ajv = new Ajv({ strict: false, validateFormats: false });
const commands = ['\0', '\u0007', '\u001b[2J', '\u007f', '\u0085', '\ud800', '\udc00x'];

/** The flaws in a schema of something that is sent, with their places. */
function wanting(schema: Schema, place: string): readonly string[] {
  const types = [schema.type ?? []].flat();
  const listed = schema.const !== undefined || schema.enum !== undefined;
  const isText = types.includes('string') && !listed;
  const { properties = {}, additionalProperties, patternProperties = {}, propertyNames } = schema;
  const named = Object.keys(properties).length > 0;
  const isRecord = types.includes('object') && !named && additionalProperties !== false;
  const others = typeof additionalProperties === 'object' ? [additionalProperties] : [];
  return [
    ...(isText && schema.maxLength === undefined ? [`${place}: maxLength`] : []),
    ...(isText ? obeyed(schema).map((shown) => `${place}: takes ${shown}`) : []),
    ...(types.includes('array') && schema.maxItems === undefined ? [`${place}: maxItems`] : []),
    ...(isRecord && schema.maxProperties === undefined ? [`${place}: maxProperties`] : []),
    ...(isRecord ? wanting(propertyNames ?? { type: 'string' }, `${place} (names)`) : []),
    ...(types.includes('object') &&
    named &&
    place.startsWith('body') &&
    additionalProperties !== false
      ? [`${place}: takes fields that it does not know`]
      : []),
    ...Object.entries({ ...properties, ...patternProperties }).flatMap(([name, inner]) =>
      wanting(inner, `${place}/${name}`),
    ),
    ...others.flatMap((inner) => wanting(inner, `${place}/*`)),
    ...(schema.items ? wanting(schema.items, `${place}[]`) : []),
    ...(schema.anyOf ?? []).flatMap((inner, branch) => wanting(inner, `${place}|${branch}`)),
  ];
}

const obeyed = (schema: Schema): readonly string[] => {
  const takes = ajv.compile(schema);
  const inside = ['', 'a', '1', '2026-03-01T00:00:00Z'].flatMap((text) =>
    commands.flatMap((command) => [`${text}${command}`, `${command}${text}`]),
  );
  return inside.filter((text) => takes(text)).map((text) => JSON.stringify(text));
};

test('no text, list or record of any request is without a limit, and none takes control characters', async () => {
  const { paths } = (await api.app.inject({ url: '/api/openapi.json' })).json() as {
    readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  };
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ at: `${method} ${path}`, operation })),
  );
  const found = operations.flatMap(({ at, operation: { parameters = [], requestBody } }) => [
    ...parameters.flatMap(({ name, schema }) =>
      wanting(schema, name).map((what) => `${at} ${what}`),
    ),
    ...Object.values(requestBody?.content ?? {}).flatMap(({ schema }) =>
      schema ? wanting(schema, 'body').map((what) => `${at} ${what}`) : [],
    ),
  ]);
  expect(found).toEqual([]);
  const bodies = operations.filter(({ operation }) => operation.requestBody);
  expect(bodies.length).toBeGreaterThan(5);
});

const post = (url: string, body: unknown) =>
  api.ask('sam', { method: 'POST', url: `${url}?lang=en`, key: 'k', body });

const detailOf = (answer: { json(): unknown }) =>
  (answer.json() as { readonly detail: string }).detail;

describe('a text', () => {
  const control =
    'has a control character or half of a character: delete it (line breaks and tabs may stay)';
  const unseen = 'has a character that cannot be seen: delete it';
  const report = { channel: '110', text: '自行车被偷了' };
  test.each([
    ['the words of a report', '/api/reports', { ...report, text: 'a\0b' }, `/text: ${control}`],
    ['a place', '/api/reports', { ...report, place: 'a\u001b[2J' }, `/place: ${control}`],
    ['a channel', '/api/reports', { ...report, channel: '\u202e110' }, `/channel: ${unseen}`],
    ['an answer', '/api/reports', { ...report, facts: { a: '\ud800' } }, `/facts/a: ${control}`],
    ['a fact', '/api/reports', { ...report, facts: { 'a\0': 'x' } }, `/facts/a\0: ${unseen}`],
    ['a note', '/api/incidents/x/close', { note: '\0' }, `/note: ${control}`],
    [
      'a note to a switch',
      '/api/incidents/x/acts',
      { action: 'switch', to: 'a', note: 'x\0' },
      `/note: ${control}`,
    ],
    ['words typed so far', '/api/reports/suggest', { text: '\u0007' }, `/text: ${control}`],
  ])(
    'of %s with a character that is obeyed is refused with its place',
    async (_, url, body, detail) => {
      const answer = await post(url, body);
      expect(answer.statusCode).toBe(400);
      expect(detailOf(answer)).toBe(detail);
    },
  );

  test('with line breaks, tabs and turns of direction is kept as it is', async () => {
    const text = '第一行\r\n\t第二行\u202e';
    const answer = await api.ask('sam', {
      method: 'POST',
      url: '/api/reports',
      key: 'lines',
      body: { ...report, text, facts: { stolen: 'yes' } },
    });
    expect(answer.statusCode).toBe(201);
    const { report: id } = answer.json() as { readonly report: string };
    expect((await api.store.reports.get(id))?.text).toBe(text);
  });
});

describe('what is too much', () => {
  const facts = Object.fromEntries(Array.from({ length: 9000 }, (_, at) => [`fact-${at}`, at]));
  const wrong = Object.fromEntries(
    Array.from({ length: 9000 }, (_, at) => [`Fakt\u200b${at}`, {}]),
  );

  test.each([
    ['facts', { channel: '110', text: 'x', facts }, /^\/facts: must have at most 200 entries$/],
    ['facts that are none', { channel: '110', text: 'x', facts: wrong }, /must have at most 200/],
  ])('of %s is refused with few words', async (_, body, detail) => {
    const answer = await post('/api/reports', body);
    expect(answer.statusCode).toBe(400);
    const { errors } = answer.json() as { readonly errors: readonly unknown[] };
    expect(errors.length).toBeLessThanOrEqual(20);
    expect(detailOf(answer)).toMatch(detail);
  });

  test('of unknown facts under the limit names the first', async () => {
    const some = Object.fromEntries(Object.entries(facts).slice(0, 200));
    const answer = await post('/api/reports', { channel: '110', text: 'x', facts: some });
    expect(answer.statusCode).toBe(400);
    expect((answer.json() as { readonly errors: readonly unknown[] }).errors).toHaveLength(20);
  });
});
