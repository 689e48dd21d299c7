import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { sourceSchemas } from '../../../src/load/source-schemas.ts';
import { timeFormats } from '../../../src/model/time-format.ts';

const folder = join(import.meta.dirname, '../../../src/load/schema');

describe('the schemas for editors', () => {
  for (const [kind, schema] of Object.entries(sourceSchemas())) {
    const file = join(folder, `${kind}.schema.json`);
    const text = `${JSON.stringify(schema, undefined, 2)}\n`;

    it(`${kind}.schema.json is what the model says (else: npm run schemas)`, () => {
      if (process.env['BLESS']) {
        mkdirSync(folder, { recursive: true });
        writeFileSync(file, text);
      }
      expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(text);
    });

    it(`${kind}.schema.json is valid JSON Schema, and its examples are valid too`, () => {
      const ajv = new Ajv({
        strict: false,
        inlineRefs: false,
        code: { optimize: false },
        formats: Object.fromEntries(
          Object.entries(timeFormats).map(([name, read]) => [
            name,
            (text: string) => read(text).fault === undefined,
          ]),
        ),
      });
      expect(ajv.validateSchema(schema)).toBe(true);
      expect(badExamples(schema, schema, ajv)).toEqual([]);
    });
  }
});

/** Examples anywhere in a schema that it does not accept itself. */
function badExamples(schema: unknown, root: { definitions?: unknown }, ajv: Ajv): unknown[] {
  if (Array.isArray(schema)) return schema.flatMap((item) => badExamples(item, root, ajv));
  if (typeof schema !== 'object' || schema === null) return [];
  const { examples, ...rest } = schema as { examples?: unknown[] };
  const { $id: _, ...body } = rest as { $id?: string };
  const own = Array.isArray(examples)
    ? examples.filter(
        (example) => !ajv.validate({ ...body, definitions: root.definitions }, example),
      )
    : [];
  return [...own, ...Object.values(rest).flatMap((value) => badExamples(value, root, ajv))];
}
