import type { IncidentView } from '../../contract/incident-contract.ts';
import type { StepView } from '../../contract/step-contract.ts';
import { instantOf } from '../../model/read-time.ts';
import { useLanguage } from '../language/use-language.ts';
import { stepStatuses, type StepStatus } from '../step/step-words.ts';
import { testIds } from '../test-ids.ts';
import { StepRow } from './step-row.tsx';

/** The steps by how they stand: what is to do first, what is settled last and folded. */
export function StepGroups({ incident }: { readonly incident: IncidentView }) {
  const { words } = useLanguage();
  return (
    <section className="card stack-tight" aria-label={words.steps}>
      <h2>{words.steps}</h2>
      {stepStatuses.map((status) => {
        const steps = inOrder(
          status,
          incident.steps.filter((step) => standsAs(step.status, status)),
        );
        if (steps.length === 0) return null;
        return (
          <details
            key={status}
            open={!folded.includes(status)}
            data-testid={testIds.stepGroup(status)}
          >
            <summary>
              {words.status[status]} <span className="count">{steps.length}</span>
            </summary>
            <ul className="step-list">
              {steps.map((step) => (
                <StepRow key={step.id} incident={incident.id} step={step} />
              ))}
            </ul>
          </details>
        );
      })}
    </section>
  );
}

// Open steps come as they fall due, as in the prompts; the others as the standard has them.
function inOrder(status: StepStatus, steps: readonly StepView[]): readonly StepView[] {
  if (status !== 'open') return steps;
  const time = ({ due, reminderDue = due }: StepView) =>
    reminderDue === undefined ? Infinity : instantOf(reminderDue);
  return steps.toSorted((one, other) => time(one) - time(other) || 0);
}

const folded: readonly StepStatus[] = ['not-needed', 'superseded'];
const standsAs = (one: StepStatus, other: StepStatus) => one === other;
