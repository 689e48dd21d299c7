import type { Language } from '../../diagnostics/language.ts';
import type { After, ProcedureSpec, StepSpec } from '../../model/procedure-spec.ts';
import { conditionText } from './condition-text.ts';
import { dueText } from './due-text.ts';
import { repeatText } from './repeat-text.ts';

const words = {
  if: { zh: '如果', en: 'if' },
  optional: { zh: '可选', en: 'optional' },
  any: { zh: '任一', en: 'any' },
  feedback: { zh: '反馈', en: 'feedback' },
  approve: { zh: '须经批准', en: 'needs approval by' },
  confirm: { zh: '事后确认', en: 'confirmed by' },
  also: { zh: '同时适用', en: 'also' },
  switch: { zh: '改用', en: 'switch to' },
  starts: { zh: '启动', en: 'starts' },
} as const;

/** A procedure as a Mermaid flowchart: steps with role, condition and due, arrows from what comes before. */
export function mermaidFlowchart(spec: ProcedureSpec, lang: Language): string {
  const steps = spec.order.flatMap((id) => spec.steps[id] ?? []);
  const drawn = anchorsDrawn(spec, steps);
  return [
    '---',
    `title: ${JSON.stringify(spec.title[lang])}`,
    '---',
    'flowchart TD',
    ...steps.map((step) => `  ${stepNode(step.id)}${shape(step, stepLabel(spec, step, lang))}`),
    ...[...drawn].map((anchor) => `  ${anchorNode(anchor)}(["${escape(anchor)}"])`),
    ...[...drawn].flatMap((anchor) =>
      (spec.anchors[anchor] ?? []).map((step) => `  ${stepNode(step)} -.-> ${anchorNode(anchor)}`),
    ),
    ...steps.flatMap((step) =>
      arrows(step.after, stepNode(step.id), lang).map((arrow) => `  ${arrow}`),
    ),
    ...steps.flatMap((step) => startLines(spec, step, lang)),
    ...changeLines(spec, lang),
    '  classDef feedback stroke-width:3px',
    ...classLine('feedback', spec.feedbacks),
    '',
  ].join('\n');
}

// Ids of the language may be words that Mermaid keeps for itself, such as `end`.
const stepNode = (id: string) => `step_${id.replaceAll('-', '_')}`;
const anchorNode = (id: string) => `anchor_${id.replaceAll('-', '_')}`;
const otherNode = (id: string) => `procedure_${id.replaceAll('-', '_')}`;

function stepLabel(spec: ProcedureSpec, step: StepSpec, lang: Language): string {
  const role = (id: string) => spec.roles[id]?.title[lang] ?? id;
  const when = step.when === undefined ? undefined : spec.conditions[step.when];
  const lines = [
    step.title[lang],
    role(step.by) + (step.optional ? ` · ${words.optional[lang]}` : ''),
    ...(step.feedback === undefined ? [] : [`${words.feedback[lang]} ${step.feedback}`]),
    ...(when ? [`${words.if[lang]} ${conditionText(when, lang)}`] : []),
    ...(step.due ? [dueText(step.due, lang)] : []),
    ...(step.repeat ? [repeatText(spec, step.repeat, lang)] : []),
    ...(step.approve ? [`${words.approve[lang]} ${role(step.approve.by)}`] : []),
    ...(step.confirm ? [`${words.confirm[lang]} ${role(step.confirm.by)}`] : []),
  ];
  return lines.map(escape).join('<br/>');
}

function shape(step: StepSpec, label: string): string {
  if (step.closes) return `(["${label}"])`;
  return step.when === undefined ? `["${label}"]` : `{{"${label}"}}`;
}

function anchorsDrawn(spec: ProcedureSpec, steps: readonly StepSpec[]): ReadonlySet<string> {
  const named = steps.flatMap(({ after }) => anchorsIn(after));
  return new Set(named.filter((anchor) => spec.anchors[anchor] !== undefined));
}

function anchorsIn(after: After): readonly string[] {
  switch (after.kind) {
    case 'anchor':
      return [after.anchor];
    case 'step':
      return [];
    case 'all':
    case 'any':
      return after.of.flatMap(anchorsIn);
  }
}

function arrows(after: After, to: string, lang: Language, isAny = false): readonly string[] {
  const arrow = isAny ? `-->|"${words.any[lang]}"|` : '-->';
  switch (after.kind) {
    case 'step':
      return [`${stepNode(after.step)} ${arrow} ${to}`];
    case 'anchor':
      return [`${anchorNode(after.anchor)} ${arrow} ${to}`];
    case 'all':
    case 'any':
      return after.of.flatMap((each) =>
        arrows(each, to, lang, after.of.length > 1 && after.kind === 'any'),
      );
  }
}

function startLines(
  spec: ProcedureSpec,
  { id, starts }: StepSpec,
  lang: Language,
): readonly string[] {
  return starts.map(({ procedure, onePer, when }) => {
    const condition = when === undefined ? undefined : spec.conditions[when];
    const label = [
      words.starts[lang],
      ...(condition ? [ifText(conditionText(condition, lang), lang)] : []),
      ...(onePer === 'incident' ? [] : [onePerText(onePer.fact, lang)]),
    ].join('');
    return `  ${stepNode(id)} -.->|"${escape(label)}"| ${otherNode(procedure)}[["${escape(procedure)}"]]`;
  });
}

const ifText = (condition: string, lang: Language) =>
  lang === 'zh' ? `，如果 ${condition}` : ` if ${condition}`;
const onePerText = (fact: string, lang: Language) =>
  lang === 'zh' ? `，每个 ${fact} 一份` : `, one per ${fact}`;

function changeLines(spec: ProcedureSpec, lang: Language): readonly string[] {
  const why = (index: number) => {
    const condition = spec.conditions[index];
    return condition ? `<br/>${words.if[lang]} ${escape(conditionText(condition, lang))}` : '';
  };
  return [
    ...spec.switches.map(({ id, to, when }) => {
      const target = typeof to === 'string' ? to : `= ${to.fact}`;
      return `  switch_${id.replaceAll('-', '_')}>"${words.switch[lang]} ${escape(target)}${why(when)}"]`;
    }),
    ...spec.also.map(
      ({ procedure, when }, index) =>
        `  also_${index}>"${words.also[lang]} ${escape(procedure)}${why(when)}"]`,
    ),
  ];
}

const classLine = (name: string, steps: readonly string[]) =>
  steps.length === 0 ? [] : [`  class ${steps.map(stepNode).join(',')} ${name}`];

// Within quotes Mermaid reads entities, written with `#`.
const escape = (text: string) =>
  text
    .replaceAll('#', '#35;')
    .replaceAll('&', '#amp;')
    .replaceAll('"', '#quot;')
    .replaceAll('<', '#lt;')
    .replaceAll('>', '#gt;')
    .replaceAll('`', '#96;')
    .replaceAll('\n', ' ');
