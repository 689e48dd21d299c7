import { CasesSource } from '../model/source/cases-source.ts';
import { ConditionSource } from '../model/source/condition-source.ts';
import { DueSource, LimitSource, SecondPersonSource } from '../model/source/due-source.ts';
import { FactSource } from '../model/source/fact-source.ts';
import { LadderSource } from '../model/source/ladder-source.ts';
import { RuleSetSource } from '../model/source/rule-set-source.ts';
import { ScenarioSource } from '../model/source/scenario-source.ts';
import {
  DateSource,
  PartSource,
  ProcedureSource,
  StandardSource,
} from '../model/source/standard-source.ts';
import { OverrideSource, StepSource } from '../model/source/step-source.ts';
import { BasisSource, IdSource, IdsSource, TextSource } from '../model/source/text-source.ts';
import { VocabularySource } from '../model/source/vocabulary-source.ts';
import type { JsonSchema } from './json-schema.ts';
import type { SourceKind } from './source-kind.ts';

const sources: Readonly<Record<SourceKind, { readonly title: string; readonly source: object }>> = {
  standard: { title: '标准 | a standard', source: StandardSource },
  procedure: { title: '程序 | a procedure', source: ProcedureSource },
  part: { title: '可重复使用的一组步骤 | a part', source: PartSource },
  vocabulary: { title: '词汇 | vocabulary', source: VocabularySource },
  scenario: { title: '情景 | a scenario', source: ScenarioSource },
  'rule-set': { title: '规则集 | a rule set', source: RuleSetSource },
  ladder: { title: '升级阶梯 | an escalation ladder', source: LadderSource },
  cases: { title: '案例表 | a case table', source: CasesSource },
};

/** Schemas that occur often: written once in each file, under this name. */
const shared: Readonly<Record<string, object>> = {
  text: TextSource,
  id: IdSource,
  ids: IdsSource,
  basis: BasisSource,
  limit: LimitSource,
  date: DateSource,
  due: DueSource,
  'second-person': SecondPersonSource,
  condition: ConditionSource,
  fact: FactSource,
  step: StepSource,
  override: OverrideSource,
};

// Only the model knows them as TypeBox; from here on they are JSON. `$id` within a schema would move its `$ref`s.
const plain = (schema: object): JsonSchema =>
  JSON.parse(JSON.stringify(schema, (key, value) => (key === '$id' ? undefined : value)));

const sharedNames = new Map(
  Object.entries(shared).map(([name, schema]) => [JSON.stringify(plain(schema)), name]),
);

/** The schema of every kind of file, as the editors and the loader read it. */
export function sourceSchemas(): Readonly<Record<SourceKind, JsonSchema>> {
  const entries = Object.entries(sources).map(([kind, { title, source }]) => {
    const used = new Set<string>();
    const body = inner(plain(source), used);
    return [
      kind,
      {
        $schema: 'http://json-schema.org/draft-07/schema#',
        $id: `urn:jiechu:schema:${kind}`,
        title,
        ...body,
        definitions: definitions(used),
      },
    ];
  });
  return Object.fromEntries(entries);
}

// A definition may use others, which are then used too: a set goes on to what is added while it is walked.
function definitions(used: Set<string>): Record<string, JsonSchema> {
  const bodies: Record<string, JsonSchema> = {};
  for (const name of used) bodies[name] = inner(plain(shared[name]!), used);
  return Object.fromEntries(Object.entries(bodies).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function outer(schema: unknown, used: Set<string>): unknown {
  const name = sharedNames.get(JSON.stringify(schema));
  if (name === undefined) return inner(schema, used);
  used.add(name);
  return { $ref: `#/definitions/${name}` };
}

function inner<T>(schema: T, used: Set<string>): T;
function inner(schema: unknown, used: Set<string>): unknown {
  if (Array.isArray(schema)) return schema.map((item) => outer(item, used));
  if (typeof schema !== 'object' || schema === null) return schema;
  const { anyOf, ...rest } = schema as JsonSchema;
  const words = anyOf?.every(isLiteral) ? anyOf.map((branch) => branch.const) : undefined;
  if (words) return { ...rest, enum: words };
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [
      key,
      key === 'examples' ? value : outer(value, used),
    ]),
  );
}

const isLiteral = (schema: JsonSchema) =>
  'const' in schema && Object.keys(schema).every((key) => key === 'type' || key === 'const');
