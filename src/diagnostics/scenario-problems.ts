import type { NameKind, Problem } from '../model/diagnostic.ts';
import { buildError, named } from './build-problem.ts';
import type { Text } from '../model/text.ts';
import { unknownOrMisspelt } from './unknown-or-misspelt.ts';
import type { ProblemPlace } from './problem-place.ts';
import { quote } from './quote.ts';
import { quoteList } from './quote-list.ts';

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
  refusal: { code: 'SCN014', zh: '拒绝代码', en: 'refusal' },
  'refusal-part': { code: 'SCN015', zh: '拒绝内容', en: 'part of a refusal' },
  rung: { code: 'SCN016', zh: '阶梯', en: 'rung' },
} as const satisfies Partial<Record<NameKind, unknown>>;

/** The kind of a name in a scenario or a case. */
export type ScenarioNameKind = keyof typeof kinds;

/** The label of each kind. */
export const scenarioKindLabels: Readonly<Record<ScenarioNameKind, Text>> = kinds;

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
    ...unknownOrMisspelt(kind, name, candidates),
  });
}

/** A line under `when` in which nobody does anything. */
export function nobodyActs(place: ProblemPlace): Problem {
  return buildError('SCN020', place, {
    about: { fault: 'absent', names: [] },
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

/** A line under `then` that would hold whatever happens. */
export function nothingExpected(place: ProblemPlace): Problem {
  return buildError('SCN029', place, {
    about: { fault: 'absent', names: [] },
    message: {
      zh: '这一行没有写应当怎样，总会通过',
      en: 'this line expects nothing: it would always pass',
    },
    help: {
      zh: '写上如 `done: arrive`，或删去这一行',
      en: 'write for example `done: arrive`, or remove the line',
    },
  });
}

/** A key that says something of what another key names, without that other key. */
export function keyStandsAlone(
  place: ProblemPlace,
  key: string,
  beside: readonly string[],
): Problem {
  const list = quoteList(beside);
  return buildError('SCN023', place, {
    about: { fault: 'absent', names: [] },
    message: {
      zh: `${quote(key)} 要与 ${list.zh} 写在同一行，单独写不起作用`,
      en: `${quote(key)} does nothing without ${list.en} in the same line`,
    },
    help: { zh: `加上 ${list.zh}，或删去它`, en: `add ${list.en}, or remove it` },
  });
}

/** Reasons beside several decisions. */
export function severalDecisions(place: ProblemPlace, key: string): Problem {
  return buildError('SCN024', place, {
    message: {
      zh: `这一行有几个决定，${quote(key)} 说的是哪一个不清楚`,
      en: `this line has several decisions: ${quote(key)} could be of any of them`,
    },
    help: { zh: '每个决定写成一行', en: 'write a line for each decision' },
  });
}

/** A key that the act of its line does not look at. */
export function keyNotForAct(place: ProblemPlace, key: string, act: string): Problem {
  return buildError('SCN025', place, {
    message: {
      zh: `${quote(`act: ${act}`)} 不用 ${quote(key)}`,
      en: `${quote(key)} does nothing with ${quote(`act: ${act}`)}`,
    },
    help: { zh: '删去它，或改用另一个 `act`', en: 'remove it, or write another `act`' },
  });
}

/** A role is handed over to nobody. */
export function handedToNobody(place: ProblemPlace): Problem {
  return buildError('SCN026', place, {
    about: { fault: 'absent', names: [] },
    message: { zh: '没有写移交给哪个单位', en: 'it is not said which unit it is handed over to' },
    help: { zh: '写上如 `to: { unit: unit-b }`', en: 'write for example `to: { unit: unit-b }`' },
  });
}

/** A step without a limit is never late: that it is not late says nothing. */
export function neverLate(place: ProblemPlace, key: string, step: string): Problem {
  return buildError('SCN027', place, {
    about: { fault: 'absent', names: [named('step', step)] },
    message: {
      zh: `步骤 ${quote(step)} 没有时限，${quote(key)} 不起作用`,
      en: `step ${quote(step)} has no limit: ${quote(key)} does nothing`,
    },
    help: { zh: '换一个有时限的步骤，或删去它', en: 'name a step with a limit, or remove it' },
  });
}

/** That no step at all is not late is no expectation. */
export function emptyListSaysNothing(place: ProblemPlace, key: string): Problem {
  return buildError('SCN028', place, {
    message: {
      zh: `空的 ${quote(key)} 不起作用`,
      en: `an empty ${quote(key)} expects nothing`,
    },
    help: { zh: '写上步骤，或删去它', en: 'name the steps, or remove it' },
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
  keyStandsAlone(sample, 'because', ['chosen', 'decided']),
  severalDecisions(sample, 'because'),
  keyNotForAct(sample, 'reason', 'do'),
  handedToNobody(sample),
  neverLate(sample, 'not-late', 'arrive'),
  emptyListSaysNothing(sample, 'not-late'),
  nothingExpected(sample),
];
