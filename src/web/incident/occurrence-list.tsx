import type { StepView } from '../../contract/step-contract.ts';
import { formatDuration } from '../clock/format-duration.ts';
import { formatMoment } from '../clock/format-moment.ts';
import { useLanguage } from '../language/use-language.ts';

/** The earlier times of a repeating step. */
export function OccurrenceList({ step }: { readonly step: StepView }) {
  const { language, words, read } = useLanguage();
  if (!step.repeats || step.occurrences.length === 0) return null;
  const known: Readonly<Record<string, string>> = words.status;
  return (
    <ul className="plain-list">
      {step.occurrences.map(({ occurrence, status, due, happened, by, lateBy }) => (
        <li key={occurrence} className="standing">
          <span>{words.occurrence(occurrence)}</span>
          <span>{known[status] ?? status}</span>
          {by && <span>{words.stepBy(read(by.name))}</span>}
          {happened && <span>{formatMoment(happened, language, 'second')}</span>}
          {!happened && due && <span>{words.due(formatMoment(due, language, 'second'))}</span>}
          {lateBy !== undefined && lateBy > 0 && (
            <strong className="late-word">
              {words.doneLate(formatDuration(lateBy, language))}
            </strong>
          )}
        </li>
      ))}
    </ul>
  );
}
