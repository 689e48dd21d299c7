import type { ProblemPlace } from '../diagnostics/problem-place.ts';
import { answerKinds, emptyRange, questionMissing } from '../diagnostics/vocabulary-problems.ts';
import type { AnswerKind, Choice, FactSpec } from '../model/fact-spec.ts';
import type { FactSource } from '../model/source/fact-source.ts';
import type { Text } from '../model/text.ts';
import { atKey } from './at-key.ts';
import { choiceLabel } from './choice-label.ts';
import { inside } from './inside.ts';
import type { ReportProblem } from './report-problem.ts';
import type { Placed, Vocabulary } from './vocabulary.ts';

/** A fact with the labels of its choices. */
export function compileFact(
  id: string,
  { value: source, place }: Placed<FactSource>,
  vocabulary: Vocabulary,
  report: ReportProblem,
): FactSpec {
  const { ask, from = 'asked', personal = false } = source;
  if (ask === undefined && from === 'asked') report(questionMissing(atKey(place), id));
  const given = (['choice', 'number', 'text', 'time'] as const).filter((key) => key in source);
  if (given.length !== 1) report(answerKinds(atKey(place), id, given));
  const { number } = source;
  if (number && number.min > number.max) report(emptyRange(inside(place, 'number'), id));
  const label = (word: string, at: ProblemPlace) => choiceLabel(word, at, vocabulary, report);
  const answer = answerOf(source, inside(place, 'choice'), label);
  return { id, ...(ask && { ask }), answer, from, personal };
}

type Label = (word: string, place: ProblemPlace) => Text;

function answerOf(
  { choice, number, text }: FactSource,
  place: ProblemPlace,
  label: Label,
): AnswerKind {
  if (choice !== undefined) return choiceOf(choice, place, label);
  if (number) {
    const { min, max, unit } = number;
    return { kind: 'number', min, max, ...(unit && { unit }) };
  }
  return text ? { kind: 'text', max: text.max } : { kind: 'time' };
}

type ChoiceSource = NonNullable<FactSource['choice']>;

function choiceOf(choice: ChoiceSource, place: ProblemPlace, label: Label): AnswerKind {
  switch (choice) {
    case 'standards':
    case 'units':
    case 'persons':
      return { kind: choice };
    case 'yes-no':
      return choicesOf(['yes', 'no'].map((value) => ({ value, label: label(value, place) })));
  }
  const choices = Array.isArray(choice)
    ? choice.map((value, index) => ({ value, label: label(value, inside(place, index)) }))
    : Object.entries(choice).map(([value, text]) => ({ value, label: text }));
  return choicesOf(choices);
}

const choicesOf = (choices: readonly Choice[]): AnswerKind => ({ kind: 'choice', choices });
