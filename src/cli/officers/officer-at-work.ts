import { randomUUID } from 'node:crypto';
import type { ActTaken } from '../../contract/act-contract.ts';
import type { IncidentView } from '../../contract/incident-contract.ts';
import type { ProblemDetails } from '../../contract/problem-contract.ts';
import type { PromptView, Prompts } from '../../contract/prompt-contract.ts';
import type { PatientSession } from '../client/patient-session.ts';
import type { SamplePerson } from './sample-people.ts';
import type { Tally } from './tally.ts';

/** The outcome of something that an officer sent. */
export type Sent =
  | { readonly outcome: 'taken'; readonly prompts: readonly PromptView[] }
  | { readonly outcome: 'refused'; readonly problem: Partial<ProblemDetails> }
  | { readonly outcome: 'stopped' };

/** A person of the samples, signed in. */
export interface OfficerAtWork {
  readonly person: SamplePerson;
  readonly session: PatientSession;
  prompts(): Promise<Prompts | undefined>;
  incident(id: string): Promise<IncidentView | undefined>;
  /** Sends an act under a key of its own, which it keeps however often it has to be sent. */
  send(path: string, body: { readonly action?: string }): Promise<Sent>;
}

/** Puts a person to work. */
export function officerAtWork(
  person: SamplePerson,
  session: PatientSession,
  tally: Tally,
): OfficerAtWork {
  const read = async <T>(path: string): Promise<T | undefined> => {
    const answer = await session.ask({ path });
    return answer?.status === 200 ? (answer.body as T) : undefined;
  };
  return {
    person,
    session,
    prompts: () => read<Prompts>('/api/prompts'),
    incident: (id) => read<IncidentView>(`/api/incidents/${id}`),
    async send(path, body) {
      const answer = await session.ask({ method: 'POST', path, body, key: randomUUID() });
      if (answer === undefined) return { outcome: 'stopped' };
      if (answer.status === 200) {
        tally.taken(body.action ?? 'close');
        return { outcome: 'taken', prompts: (answer.body as ActTaken).prompts };
      }
      const problem = answer.body as Partial<ProblemDetails>;
      tally.refused(problem);
      return { outcome: 'refused', problem };
    },
  };
}
