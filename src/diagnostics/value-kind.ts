import type { Text } from '../model/text.ts';

/** The kind of a value, as JSON Schema calls it. */
export type ValueKind = 'string' | 'number' | 'integer' | 'boolean' | 'object' | 'array' | 'null';

/** The kind of a value in the words of a person who writes YAML. */
export const valueKindText: Readonly<Record<ValueKind, Text>> = {
  string: { zh: '文字', en: 'a text' },
  number: { zh: '数字', en: 'a number' },
  integer: { zh: '整数', en: 'a whole number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  object: { zh: '若干行 `键: 值`', en: 'lines of `key: value`' },
  array: { zh: '列表', en: 'a list' },
  null: { zh: '空', en: 'nothing' },
};
