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
  /** What was sent, before anything was filled in. */
  readonly content: unknown;
  readonly happened?: Instant;
  /** What has to be kept for the act before it is sent, or why it cannot be; let go of where it is refused. */
  readonly hold?: {
    take(): Promise<ApiProblem | undefined>;
    letGo(): Promise<void>;
  };
  readonly access: Extract<IncidentAction, 'act' | 'judge' | 'close'>;
}
