import { Type } from 'typebox';
import { LimitSource } from './due-source.ts';
import { FactSource, type FactSource as Fact } from './fact-source.ts';
import { DateSource } from './standard-source.ts';
import { BasisSource, IdSource, TextSource, idPattern } from './text-source.ts';
import type { TextSource as TextBoth } from './text-source.ts';

const byId = (schema: object) =>
  Type.Unsafe<Record<string, never>>({
    type: 'object',
    propertyNames: { pattern: idPattern },
    additionalProperties: schema,
  });

const roleSource = Type.Object(
  {
    title: TextSource,
    bound: Type.Union(
      ['unit', 'registrar', 'shift', 'centre', 'beat', 'public'].map((word) => Type.Literal(word)),
      {
        description:
          'unit 出警单位的人；registrar 接报单位的人；shift 当班领导；centre 指挥中心；beat 管这个片区的社区民警；public 群众 | how the role finds its holder',
      },
    ),
    sees: Type.Optional(
      Type.Union(
        ['all', 'asked', 'reads'].map((word) => Type.Literal(word)),
        {
          description:
            'shift 和 centre 的岗位看得到什么。all 所及单位的全部警情，可看可办；asked 只看找过它或告知过它的；reads 全部可看，什么都不办。不写就是 all | what a role bound by shift or centre sees in the units it reaches. all: every incident, to read and to act in; asked: those that asked it for something or told it something; reads: every incident, and it does nothing. all where it is not written',
          examples: ['asked'],
        },
      ),
    ),
    is: Type.Optional(Type.Record(Type.String(), IdSource)),
  },
  { additionalProperties: false },
);

const basisEntrySource = Type.Object(
  {
    title: TextSource,
    kind: Type.Union(
      ['law', 'law-unchecked', 'practice'].map((word) => Type.Literal(word)),
      {
        description:
          'law 已核对条文；law-unchecked 凭记忆，待核对；practice 实务 | law: read; law-unchecked: from memory; practice',
      },
    ),
    source: Type.Optional(Type.String({ maxLength: 500 })),
  },
  { additionalProperties: false },
);

const calendarSource = Type.Object(
  {
    'utc-offset': Type.String({ format: 'utc-offset', examples: ['+08:00'] }),
    published: Type.Union([Type.Literal('chinese-days'), Type.Literal('weekends-only')]),
    holidays: Type.Optional(Type.Array(DateSource, { uniqueItems: true })),
    workdays: Type.Optional(Type.Array(DateSource, { uniqueItems: true })),
  },
  { additionalProperties: false },
);

const settingsSource = Type.Object(
  {
    grace: LimitSource,
    reminder: LimitSource,
    'back-dating': LimitSource,
    'oldest-report': Type.Optional(LimitSource),
    'second-person': Type.Object(
      { by: IdSource, within: LimitSource, late: IdSource },
      { additionalProperties: false },
    ),
    correctors: Type.Optional(
      Type.Array(IdSource, {
        uniqueItems: true,
        description:
          '除步骤本身的角色外，谁可以更正事实；步骤另有 corrects 的从其规定 | who may correct a fact besides who does the step that asks it, where the step has no corrects',
        examples: [['on-scene-officer', 'case-officer']],
      }),
    ),
    calendar: IdSource,
    facts: Type.Object(
      {
        priority: IdSource,
        zone: IdSource,
        'handled-at': IdSource,
        channel: Type.Optional(IdSource),
        beat: Type.Optional(IdSource),
      },
      { additionalProperties: false },
    ),
    'usual-way': Type.Optional(byId(IdSource)),
    classification: Type.Optional(IdSource),
    'priority-rules': Type.Optional(IdSource),
    unclassified: Type.Optional(IdSource),
    basis: Type.Optional(BasisSource),
  },
  { additionalProperties: false },
);

/** `standards/vocabulary/*.yaml`: each file holds one or more of these lists. */
export const VocabularySource = Type.Object(
  {
    vocabulary: IdSource,
    roles: Type.Optional(byId(roleSource)),
    evidence: Type.Optional(byId(TextSource)),
    equipment: Type.Optional(byId(TextSource)),
    'legal-bases': Type.Optional(byId(basisEntrySource)),
    categories: Type.Optional(byId(TextSource)),
    channels: Type.Optional(byId(TextSource)),
    zones: Type.Optional(byId(TextSource)),
    ways: Type.Optional(byId(TextSource)),
    anchors: Type.Optional(byId(TextSource)),
    choices: Type.Optional(byId(TextSource)),
    reasons: Type.Optional(byId(TextSource)),
    protects: Type.Optional(byId(TextSource)),
    facts: Type.Optional(byId(FactSource)),
    calendars: Type.Optional(byId(calendarSource)),
    settings: Type.Optional(settingsSource),
  },
  { additionalProperties: false },
);

type Labels = Readonly<Record<string, TextBoth>>;

/** The lists of one or of all vocabulary files. */
export interface VocabularySource {
  readonly vocabulary?: string;
  readonly roles?: Readonly<
    Record<
      string,
      {
        readonly title: TextBoth;
        readonly bound: 'unit' | 'registrar' | 'shift' | 'centre' | 'beat' | 'public';
        readonly sees?: 'all' | 'asked' | 'reads';
        readonly is?: Readonly<Record<string, string>>;
      }
    >
  >;
  readonly evidence?: Labels;
  readonly equipment?: Labels;
  readonly 'legal-bases'?: Readonly<
    Record<
      string,
      {
        readonly title: TextBoth;
        readonly kind: 'law' | 'law-unchecked' | 'practice';
        readonly source?: string;
      }
    >
  >;
  readonly categories?: Labels;
  readonly channels?: Labels;
  readonly zones?: Labels;
  /** The ways of handling: at the scene, at the desk, on the phone. */
  readonly ways?: Labels;
  readonly anchors?: Labels;
  readonly choices?: Labels;
  readonly reasons?: Labels;
  readonly protects?: Labels;
  readonly facts?: Readonly<Record<string, Fact>>;
  readonly calendars?: Readonly<
    Record<
      string,
      {
        readonly 'utc-offset': string;
        readonly published: 'chinese-days' | 'weekends-only';
        readonly holidays?: readonly string[];
        readonly workdays?: readonly string[];
      }
    >
  >;
  readonly settings?: SettingsSource;
}

export interface SettingsSource {
  readonly grace: string;
  readonly reminder: string;
  readonly 'back-dating': string;
  /** The longest time ago that a report may have come; `1y` where nothing is said. */
  readonly 'oldest-report'?: string;
  readonly 'second-person': { readonly by: string; readonly within: string; readonly late: string };
  readonly correctors?: readonly string[];
  readonly calendar: string;
  readonly facts: {
    readonly priority: string;
    readonly zone: string;
    readonly 'handled-at': string;
    readonly channel?: string;
    readonly beat?: string;
  };
  /** By channel; of a channel that is not here a report has to say how it is handled. */
  readonly 'usual-way'?: Readonly<Record<string, string>>;
  readonly classification?: string;
  readonly 'priority-rules'?: string;
  readonly unclassified?: string;
  readonly basis?: string | readonly string[];
}
