import type { AnswerKind, FactSpec } from '../model/fact-spec.ts';
import type { Sourced } from '../model/source-tree.ts';
import type { RuleSetSource } from '../model/source/rule-set-source.ts';
import type { Text } from '../model/text.ts';
import { choiceLabel } from './choice-label.ts';
import { inside } from './inside.ts';
import type { ReportProblem } from './report-problem.ts';
import type { Placed, Vocabulary } from './vocabulary.ts';

/** The outcome of a rule set, as a fact that conditions may read. */
export function compileOutcomeFact(
  { file, source }: Sourced<RuleSetSource>,
  vocabulary: Vocabulary,
  report: ReportProblem,
): Placed<FactSpec> | undefined {
  const [decided] = Object.entries(source.decides);
  if (!decided) return undefined;
  const [id, outcomes] = decided;
  const place = { file, path: ['decides', id] };
  const label = (word: string, index: number) =>
    choiceLabel(word, inside(place, index), vocabulary, report);
  const answer = answerOf(outcomes, label);
  return { value: { id, answer, from: 'decision', personal: false }, place };
}

function answerOf(
  outcomes: RuleSetSource['decides'][string],
  label: (word: string, index: number) => Text,
): AnswerKind {
  if (outcomes === 'standards') return { kind: 'standards' };
  const numbers = outcomes.filter((outcome) => typeof outcome === 'number');
  if (numbers.length === outcomes.length) {
    return { kind: 'number', min: Math.min(...numbers), max: Math.max(...numbers) };
  }
  const words = outcomes.map(String);
  return {
    kind: 'choice',
    choices: words.map((value, index) => ({ value, label: label(value, index) })),
  };
}
