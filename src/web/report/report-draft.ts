import type { FactValue } from '../../model/fact-value.ts';

/** The values that the operator typed; one that is missing was left alone. */
export interface ReportDraft {
  readonly channel?: string | undefined;
  readonly text: string;
  readonly place: string;
  /** The running incident that it tells more of. */
  readonly incident?: string | undefined;
  readonly name: string;
  readonly phone: string;
  readonly unit?: string | undefined;
  readonly zone?: string | undefined;
  readonly handledAt?: string | undefined;
  /** As the time input shows it; not there: when typing began. */
  readonly at?: string | undefined;
  /** When typing began: the report came in then. */
  readonly begun?: string | undefined;
  readonly facts: Readonly<Record<string, FactValue | undefined>>;
  /** Suggestions that the operator found untrue. */
  readonly denied: readonly string[];
}

export const emptyReportDraft: ReportDraft = {
  text: '',
  place: '',
  name: '',
  phone: '',
  facts: {},
  denied: [],
};
