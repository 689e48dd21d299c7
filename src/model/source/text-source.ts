import { Type, type Static } from 'typebox';

export const idPattern = '^[a-z0-9][a-z0-9-]*$';

/** An id of the language: small letters, digits and hyphens. */
export const IdSource = Type.String({
  pattern: idPattern,
  maxLength: 64,
  description: '小写字母、数字、连字符 | small letters, digits and hyphens',
  examples: ['take-statements'],
});

export const TextSource = Type.Object(
  {
    zh: Type.String({ minLength: 1, maxLength: 2000, description: '中文' }),
    en: Type.String({ minLength: 1, maxLength: 2000, description: 'English' }),
  },
  {
    additionalProperties: false,
    description: '中英文各一句 | one text in each language',
    examples: [{ zh: '分开双方', en: 'Part the two sides' }],
  },
);
export type TextSource = Static<typeof TextSource>;

const oneOrMore = { description: '一项或多项 | one or several' };

/** One id or a list of ids. */
export const IdsSource = Type.Union([IdSource, Type.Array(IdSource, { minItems: 1 })], oneOrMore);
export type IdsSource = Static<typeof IdsSource>;

export const BasisSource = Type.Union([IdSource, Type.Array(IdSource, { minItems: 1 })], {
  description:
    '依据：legal-bases.yaml 的条目、practice 或 assumed | what it rests on: an entry of legal-bases.yaml, practice or assumed',
  examples: ['dvl-15', 'assumed', ['o32', 'psl-90']],
});
