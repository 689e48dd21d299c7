import type { Actor } from '../../model/actor.ts';
import type { Instant } from '../../model/instant.ts';
import type { RungAction } from '../../model/ladder.ts';
import type { RoleSettings } from './role-settings.ts';

/** The notices that roles were given: reminders, late marks, rungs, results. */
export interface Notices {
  /** Those to the actor's roles, by the rule that prompts follow; newest first. */
  of(narrow: {
    readonly actor: Actor;
    readonly settings: RoleSettings;
    readonly unseen?: boolean;
    readonly incident?: string;
    /** Only those of these ids. */
    readonly among?: readonly string[];
    /** Only those told by this entry of the log or a later one. */
    readonly from?: number;
    readonly limit: number;
  }): Promise<readonly NoticeRecord[]>;
  seen(ids: readonly string[], person: string, at: Instant): Promise<void>;
}

export interface NoticeRecord {
  readonly id: string;
  readonly incident: string;
  readonly seq: number;
  /** The effect's key: the same is told to a role only once. */
  readonly key: string;
  readonly role: string;
  readonly at: Instant;
  readonly data: NoticeData;
  readonly seen: boolean;
}

/** The content of a notice, for the API to put into words. */
export type NoticeData = {
  readonly step?: string;
  readonly occurrence?: number;
  readonly by?: string;
} & (
  | { readonly kind: 'reminded'; readonly due: Instant }
  | {
      readonly kind: 'late';
      readonly of: 'step' | 'judgement' | 'answer' | 'occurrence';
      readonly due: Instant;
    }
  | {
      readonly kind: 'rung';
      readonly ladder: string;
      readonly rung: string;
      readonly do: readonly RungAction[];
    }
  /** Another report of the same event. */
  | { readonly kind: 'joined'; readonly report: string }
  | { readonly kind: 'told'; readonly what: 'done' | 'proposed' | 'rejected' | 'agreed' }
);
