import type { Act } from '../../model/act.ts';
import type { Instant } from '../../model/instant.ts';
import type { IncidentAction } from '../access/access-action.ts';
import type { ApiProblem } from '../problems/api-problem.ts';

/** An act as a person wants it, with what was sent, by which the same act is known again. */
export interface WantedAct {
  readonly incident: string;
  /** The client's key. */
  readonly key: string;
  readonly act: Act;
  /** The content as it was sent, before anything was filled in. */
  readonly content: unknown;
  readonly happened?: Instant;
  /** Keeps what the act needs before it is sent, or says why it cannot. Lets go of it where the act is refused. */
  readonly hold?: {
    take(): Promise<ApiProblem | undefined>;
    letGo(): Promise<void>;
  };
  readonly access: Extract<IncidentAction, 'act' | 'judge' | 'close'>;
}
