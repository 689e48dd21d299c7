import type { FactValue } from '../../model/fact-value.ts';
import { readMoment } from '../../model/read-time.ts';
import type { Text } from '../../model/text.ts';
import { formatMoment } from '../clock/format-moment.ts';
import type { Language } from '../language/language.ts';

interface Answer {
  readonly value?: FactValue | undefined;
  readonly label?: Text | undefined;
}

/** The answer to a fact as people read it: in its words, a moment in Beijing time; nothing where it is hidden. */
export function answerText({ value, label }: Answer, language: Language): string | undefined {
  if (label) return label[language];
  const text = value === undefined ? undefined : String(value);
  return text !== undefined && !readMoment(text).fault
    ? formatMoment(text, language, 'full')
    : text;
}
