import type { IncidentView } from '../../contract/incident-contract.ts';
import type { Prompts } from '../../contract/prompt-contract.ts';
import type { FactField, StepView } from '../../contract/step-contract.ts';
import type { Text } from '../../model/text.ts';
import type { RequestFailure } from '../server/request-failure.ts';
import { useQuery } from '../server/use-query.ts';

interface StepAtHand {
  readonly standard: Text | undefined;
  /** The reports of the incident; none while it cannot be read. */
  readonly reports: IncidentView['reports'];
  readonly place: string | undefined;
  readonly files: IncidentView['files'];
  readonly step: StepView | undefined;
  /** The facts that the step depends on and the reader may answer. */
  readonly undecidedFor: readonly FactField[];
  readonly failure: RequestFailure | undefined;
  readonly loading: boolean;
}

/** A step from the incident, or from my prompts while the incident cannot be read: the network may be bad. */
export function useStep(incident: string, id: string): StepAtHand {
  const whole = useQuery<IncidentView>(`/api/incidents/${encodeURIComponent(incident)}`);
  const mine = useQuery<Prompts>('/api/prompts');
  const prompt = mine.data?.prompts.find((one) => one.incident === incident && one.step.id === id);
  const step = whole.data?.steps.find((one) => one.id === id);
  const answerable = whole.data?.answerable ?? [];
  return {
    standard: whole.data?.standard.title ?? prompt?.standard.title,
    reports: whole.data?.reports ?? [],
    place: prompt?.place,
    files: whole.data?.files ?? [],
    step: step ?? prompt?.step,
    undecidedFor:
      step?.status === 'undecided'
        ? answerable.filter(({ id: fact }) => step.undecidedFor.some((one) => one.id === fact))
        : [],
    failure: whole.failure,
    loading: !whole.data && !whole.failure,
  };
}
