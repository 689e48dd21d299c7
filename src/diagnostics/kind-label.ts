import type { NameKind } from '../model/diagnostic.ts';
import type { Text } from '../model/text.ts';
import { scenarioKindLabels } from './scenario-problems.ts';
import { kindLabels } from './unknown-name.ts';

/** The label of a kind of name. */
export function kindLabel(kind: NameKind): Text {
  const labels: Readonly<Partial<Record<NameKind, Text>>> = {
    ...scenarioKindLabels,
    ...kindLabels,
  };
  return labels[kind] ?? others[kind] ?? { zh: '名称', en: kind };
}

const others: Readonly<Partial<Record<NameKind, Text>>> = {
  choice: { zh: '选项', en: 'choice' },
  value: { zh: '值', en: 'value' },
};
