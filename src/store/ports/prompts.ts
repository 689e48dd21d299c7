import type { Actor } from '../../model/actor.ts';
import type { IncidentRecord, StepRecord } from './incidents.ts';
import type { RoleSettings } from './role-settings.ts';

/** The prompts: the steps that actors are asked to do or to judge. */
export interface Prompts {
  /**
   * The steps that an actor has to do or judge now, nearest due first.
   *
   * A step is theirs where they are bound to its role, or hold the role in a bound unit without a bound person (with
   * nobody there, in the next unit up; with a colleague who keeps the beat, only that one), or in a unit sent as well.
   * An unbound role is a centre's: all who hold it. A role that nobody in the bureau holds goes to the leader of the
   * unit. A judgement is theirs where they hold its role so and did not propose it.
   */
  of(narrow: {
    readonly actor: Actor;
    readonly settings: RoleSettings;
    readonly incident?: string;
    readonly limit?: number;
  }): Promise<readonly PromptRecord[]>;
  /** Incidents whose change of standard an actor has to judge, nearest due first. */
  switches(narrow: {
    readonly actor: Actor;
    readonly settings: RoleSettings;
    readonly limit?: number;
  }): Promise<readonly IncidentRecord[]>;
}

export interface PromptRecord {
  readonly wants: 'do' | 'judge' | 'answer';
  readonly incident: IncidentRecord;
  /** Of the first report; personal. */
  readonly place?: string;
  readonly step: StepRecord;
}
