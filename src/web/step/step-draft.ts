import type { StepAct } from '../../contract/act-contract.ts';
import type { FactValue } from '../../model/fact-value.ts';

/** The values typed into a step's form; one that is missing was left alone. */
export interface StepDraft {
  /** As the time input shows it; not there: now. */
  readonly happened?: string | undefined;
  /** When the button was pressed first: what a retry has to say again. */
  readonly pressed?: string | undefined;
  /** The act that was sent and not answered: a retry sends the very same, whatever the step looks like by then. */
  readonly sent?: StepAct | undefined;
  readonly facts: Readonly<Record<string, FactValue | undefined>>;
  /** Numbers, and ids of the files that were added, by kind of evidence. */
  readonly evidence: Readonly<Record<string, string>>;
  readonly files: Readonly<Record<string, readonly string[]>>;
  readonly crew?: number | undefined;
  readonly equipment: readonly string[];
  readonly reason?: string | undefined;
  readonly note: string;
}

export const emptyStepDraft: StepDraft = {
  facts: {},
  evidence: {},
  files: {},
  equipment: [],
  note: '',
};
