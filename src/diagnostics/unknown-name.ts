import type { NameKind, Problem } from '../model/diagnostic.ts';
import type { Text } from '../model/text.ts';
import { buildError } from './build-problem.ts';
import { unknownOrMisspelt } from './unknown-or-misspelt.ts';
import type { ProblemPlace } from './problem-place.ts';
import { quote } from './quote.ts';

const kinds = {
  role: { code: 'VOC001', zh: '角色', en: 'role' },
  evidence: { code: 'VOC002', zh: '证据种类', en: 'kind of evidence' },
  equipment: { code: 'VOC003', zh: '装备', en: 'equipment' },
  basis: { code: 'VOC004', zh: '依据', en: 'legal basis' },
  category: { code: 'VOC005', zh: '类别', en: 'category' },
  way: { code: 'VOC006', zh: '处置方式', en: 'way of handling' },
  anchor: { code: 'VOC007', zh: '节点', en: 'anchor' },
  protects: { code: 'VOC008', zh: '保护对象', en: 'kind of protected person' },
  calendar: { code: 'VOC009', zh: '日历', en: 'calendar' },
  fact: { code: 'VOC010', zh: '事实', en: 'fact' },
  step: { code: 'STD001', zh: '步骤', en: 'step' },
  'step-or-anchor': { code: 'STD002', zh: '步骤或节点', en: 'step or anchor' },
  part: { code: 'STD003', zh: '共用部分', en: 'part' },
  standard: { code: 'STD004', zh: '标准', en: 'standard' },
  procedure: { code: 'STD005', zh: '程序', en: 'procedure' },
  'rule-set': { code: 'RUL001', zh: '规则集', en: 'rule set' },
  ladder: { code: 'RUL002', zh: '升级阶梯', en: 'escalation ladder' },
} as const satisfies Partial<Record<NameKind, unknown>>;

/** The kind of a name in a standard or a rule set. */
export type KnownKind = keyof typeof kinds;

/** The label of each kind. */
export const kindLabels: Readonly<Record<KnownKind, Text>> = kinds;

/** A name that stands for nothing of its kind. */
export function unknownName(
  kind: KnownKind,
  place: ProblemPlace,
  name: string,
  candidates: readonly string[],
): Problem {
  const { code, zh, en } = kinds[kind];
  return buildError(code, place, {
    message: { zh: `没有${zh} ${quote(name)}`, en: `unknown ${en} ${quote(name)}` },
    ...unknownOrMisspelt(kind, name, candidates),
  });
}

const sample: ProblemPlace = { file: 'standards/07-sample/standard.yaml', path: ['steps'] };

/** One of each, for the catalogue. */
export const unknownNameSamples: readonly Problem[] = (Object.keys(kinds) as KnownKind[]).map(
  (kind) => unknownName(kind, sample, 'sampel', ['sample']),
);
