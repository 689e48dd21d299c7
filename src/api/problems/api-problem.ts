import type { Text } from '../../model/text.ts';
import type { Refusal } from '../../model/refusal.ts';

/** A field of the request that is not as it must be: where (JSON pointer) and why. */
export interface FieldProblem {
  readonly pointer: string;
  readonly detail: Text;
}

/** Why a request is not answered as asked, before it is put into the reader's language. */
export interface ApiProblem {
  readonly status: number;
  readonly code: string;
  readonly text: Text;
  readonly errors?: readonly FieldProblem[];
  /** Present where the engine refused an act. */
  readonly refusal?: Refusal;
  /** Titles of the steps, facts and evidence that the refusal names. */
  readonly titles?: Readonly<Record<string, Text>>;
  readonly retryAfterSeconds?: number;
}
