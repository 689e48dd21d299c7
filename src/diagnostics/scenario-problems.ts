import type { Problem } from '../model/diagnostic.ts';
import { buildError } from './build-problem.ts';
import { didYouMean } from './did-you-mean.ts';
import type { ProblemPlace } from './problem-place.ts';
import { quote } from './quote.ts';

const kinds = {
  'rule-set': { code: 'SCN001', zh: '规则集', en: 'rule set' },
  procedure: { code: 'SCN002', zh: '标准或程序', en: 'standard or procedure' },
  step: { code: 'SCN003', zh: '步骤', en: 'step' },
  fact: { code: 'SCN004', zh: '事实', en: 'fact' },
  role: { code: 'SCN005', zh: '角色', en: 'role' },
  evidence: { code: 'SCN006', zh: '证据种类', en: 'kind of evidence' },
  reason: { code: 'SCN007', zh: '理由', en: 'reason' },
  channel: { code: 'SCN008', zh: '来源渠道', en: 'channel' },
  zone: { code: 'SCN009', zh: '区域', en: 'zone' },
  way: { code: 'SCN010', zh: '处置方式', en: 'way of handling' },
  row: { code: 'SCN011', zh: '规则行', en: 'row' },
  outcome: { code: 'SCN012', zh: '结果', en: 'outcome' },
  equipment: { code: 'SCN013', zh: '装备', en: 'equipment' },
} as const;

/** What a scenario or a case can name. */
export type ScenarioNameKind = keyof typeof kinds;

/** A scenario or a case names something that there is not. */
export function unknownInScenario(
  kind: ScenarioNameKind,
  place: ProblemPlace,
  name: string,
  candidates: readonly string[],
): Problem {
  const { code, zh, en } = kinds[kind];
  return buildError(code, place, {
    message: { zh: `没有${zh} ${quote(name)}`, en: `unknown ${en} ${quote(name)}` },
    help: didYouMean(name, candidates),
  });
}

/** A line under `when` in which nobody does anything. */
export function nobodyActs(place: ProblemPlace): Problem {
  return buildError('SCN020', place, {
    message: { zh: '这一行没有写谁做什么', en: 'this line does not say who does what' },
    help: {
      zh: '写成如 `on-scene-officer: arrive`',
      en: 'write it like `on-scene-officer: arrive`',
    },
  });
}

/** A line under `when` in which several act. */
export function severalAct(place: ProblemPlace, role: string): Problem {
  return buildError('SCN021', place, {
    message: {
      zh: `一行只能有一个角色，${quote(role)} 是第二个`,
      en: `a line has one role, and ${quote(role)} is a second`,
    },
    help: { zh: '分成两行', en: 'make it two lines' },
  });
}

/** A moment of a scenario before its report. */
export function beforeReport(place: ProblemPlace, moment: string, report: string): Problem {
  return buildError('SCN022', place, {
    message: {
      zh: `${quote(moment)} 早于报警 ${quote(report)}`,
      en: `${quote(moment)} is before the report at ${quote(report)}`,
    },
    help: {
      zh: '改正时间，或写成报警之后多久，例如 `+10m`',
      en: 'correct it, or write how long after the report it is, for example `+10m`',
    },
  });
}

const sample: ProblemPlace = {
  file: 'standards/07-sample/scenarios/straight.yaml',
  path: ['when', 0],
};

/** One of each, for the catalogue. */
export const scenarioProblemSamples: readonly Problem[] = [
  ...(Object.keys(kinds) as ScenarioNameKind[]).map((kind) =>
    unknownInScenario(kind, sample, 'sampel', ['sample']),
  ),
  nobodyActs(sample),
  severalAct(sample, 'duty-leader'),
  beforeReport(sample, '2026-03-01T08:00', '2026-03-02T08:00'),
];
