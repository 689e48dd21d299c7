import type { IncidentView } from '../../contract/incident-contract.ts';
import type { Prompts } from '../../contract/prompt-contract.ts';
import type { StepView } from '../../contract/step-contract.ts';
import type { Text } from '../../model/text.ts';
import type { RequestFailure } from '../server/request-failure.ts';
import { useQuery } from '../server/use-query.ts';

interface StepAtHand {
  readonly standard: Text | undefined;
  readonly place: string | undefined;
  readonly step: StepView | undefined;
  readonly failure: RequestFailure | undefined;
  readonly loading: boolean;
}

/** A step from the incident, or from my prompts while the incident cannot be read: the network may be bad. */
export function useStep(incident: string, id: string): StepAtHand {
  const whole = useQuery<IncidentView>(`/api/incidents/${encodeURIComponent(incident)}`);
  const mine = useQuery<Prompts>('/api/prompts');
  const prompt = mine.data?.prompts.find((one) => one.incident === incident && one.step.id === id);
  const step = whole.data?.steps.find((one) => one.id === id);
  return {
    standard: whole.data?.standard.title ?? prompt?.standard.title,
    place: prompt?.place ?? whole.data?.reports[0]?.place,
    step: step ?? prompt?.step,
    failure: whole.failure,
    loading: !whole.data && !whole.failure,
  };
}
