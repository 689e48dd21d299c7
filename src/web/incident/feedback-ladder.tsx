import type { IncidentView } from '../../contract/incident-contract.ts';
import { useLanguage } from '../language/use-language.ts';
import { FeedbackRung } from './feedback-rung.tsx';

/** The three feedbacks, each with where it stands. */
export function FeedbackLadder({ incident }: { readonly incident: IncidentView }) {
  const { words } = useLanguage();
  if (incident.feedbacks.length === 0) return null;
  return (
    <section aria-label={words.feedbacks}>
      <h2>{words.feedbacks}</h2>
      <ol className="ladder">
        {incident.feedbacks.map((id, index) => (
          <FeedbackRung
            key={id}
            incident={incident.id}
            count={index + 1}
            step={incident.steps.find((step) => step.id === id)}
          />
        ))}
      </ol>
    </section>
  );
}
