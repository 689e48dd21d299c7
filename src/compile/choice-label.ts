import type { ProblemPlace } from '../diagnostics/problem-place.ts';
import { choiceWithoutLabel } from '../diagnostics/vocabulary-problems.ts';
import type { Text } from '../model/text.ts';
import type { ReportProblem } from './report-problem.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The label of a choice. Channels, zones, ways and categories are answers too: they need not be written twice. */
export function choiceLabel(
  word: string,
  place: ProblemPlace,
  { choices, channels, zones, ways, categories }: Vocabulary,
  report: ReportProblem,
): Text {
  const lists = [choices, channels, zones, ways, categories];
  const label = lists.find((words) => Object.hasOwn(words, word))?.[word];
  if (!label) report(choiceWithoutLabel(place, word));
  return label ?? { zh: word, en: word };
}
