import type { Actor } from '../../model/actor.ts';
import type { Binding } from '../../model/binding.ts';
import type { Answers } from '../../model/condition.ts';
import type { Decision } from '../../model/decision.ts';
import type { PersonalValue } from '../../model/log-entry.ts';
import type { ProcedureSpec } from '../../model/procedure-spec.ts';
import type { ReleaseIndex } from '../release/release-index.ts';
import type { IncidentRecord, StepRecord } from '../../store/ports/incidents.ts';
import type { AnswerRecord } from '../../store/ports/log.ts';
import type { Standing } from '../../procedure/standing.ts';
import type { DirectoryNames } from './directory-names.ts';

/** One reader at one incident: what every part of a view is built from. */
export interface Reading {
  readonly actor: Actor;
  readonly mayReadProtected: boolean;
  readonly names: DirectoryNames;
  /** The release the incident runs on. */
  readonly index: ReleaseIndex;
  readonly incident: IncidentRecord;
  /** The procedure that runs now: the standard and those beside it as one. */
  readonly spec: ProcedureSpec;
  readonly bindings: Readonly<Record<string, Binding>>;
  readonly answers: readonly AnswerRecord[];
  /** Personal values by what commits to them in the log; empty for who may not read them. */
  readonly personal: Readonly<Record<string, PersonalValue>>;
  /** The latest of each rule set, oldest first. */
  readonly decisions: readonly Decision[];
  /** The answers as conditions read them, outcomes of decisions among them. */
  readonly values: Answers;
  /** The steps that its log has touched; none where they were not asked for. */
  readonly steps: readonly StepRecord[];
  /** The standing by which the engine takes or refuses acts. A step that was not read waits in it. */
  readonly standing: Standing;
}
