import type { Binding } from '../../model/binding.ts';
import type { AnswerRecord } from '../ports/log.ts';
import type { DecisionRecord, IncidentRecord, StepRecord } from '../ports/incidents.ts';
import type { NoticeRecord } from '../ports/notices.ts';

/** An incident's row without what is counted over its steps, and without the bindings, which are rows of their own. */
export type IncidentProjection = Omit<
  IncidentRecord,
  'openSteps' | 'late' | 'nextDue' | 'nobodyPrompted' | 'bindings' | 'asked'
>;

/**
 * The state of an incident while entries are read: the row as stored, and the rows that the entries changed.
 * `steps` also holds stored rows that an entry refers to.
 */
export interface Projection {
  readonly incident?: IncidentProjection;
  readonly steps: Readonly<Record<string, StepRecord>>;
  readonly answers: Readonly<Record<string, AnswerRecord>>;
  readonly bindings: Readonly<Record<string, Binding>>;
  readonly decisions: readonly DecisionRecord[];
  readonly notices: readonly NoticeProjection[];
}

export type NoticeProjection = Omit<NoticeRecord, 'seen'>;
