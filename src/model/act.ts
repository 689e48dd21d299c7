import type { Actor } from './actor.ts';
import type { Calendar } from './calendar.ts';
import type { CommittedWords } from './committed-words.ts';
import type { FactValue } from './fact-value.ts';
import type { Foreseen } from './foreseen.ts';
import type { Instant } from './instant.ts';
import type { Evidence, KeptEvidence } from './step-row.ts';

/** Answers given with an act. */
export type GivenFacts = Readonly<Record<string, FactValue>>;

/** Everything a person can do to a procedure. */
export type Act = ActOf<string, Evidence>;

/** An act whose words stand beside the log. */
export type KeptAct = ActOf<CommittedWords, KeptEvidence>;

type ActOf<Words, Proof> =
  | {
      readonly kind: 'do';
      readonly step: string;
      /** The occurrence meant, where the step repeats; the open one when absent. */
      readonly occurrence?: number;
      readonly facts: GivenFacts;
      readonly evidence: readonly Proof[];
      /** Officers who go, and equipment they confirmed, where the step checks them. */
      readonly crew?: number;
      readonly equipment?: readonly string[];
      readonly note?: Words;
    }
  | { readonly kind: 'answer'; readonly facts: GivenFacts; readonly note?: Words }
  | {
      readonly kind: 'deviate';
      readonly step: string;
      readonly reason: string;
      readonly note?: Words;
    }
  | { readonly kind: 'extend'; readonly step: string; readonly note?: Words }
  /** The second person's yes or no, to a step's proposal or to a proposed switch (`step` absent). */
  | { readonly kind: 'agree'; readonly step?: string; readonly note?: Words }
  | { readonly kind: 'reject'; readonly step?: string; readonly note: Words }
  | { readonly kind: 'reopen'; readonly step: string; readonly note: Words }
  | {
      readonly kind: 'hand-over';
      readonly role: string;
      readonly unit: string;
      readonly person?: string;
      readonly note?: Words;
    }
  /** A report of the same event; what it tells answers what is not answered yet. */
  | {
      readonly kind: 'join';
      readonly report: string;
      readonly facts?: GivenFacts;
      readonly note?: Words;
    }
  | { readonly kind: 'switch'; readonly to: string; readonly note: Words }
  | { readonly kind: 'close'; readonly note?: Words }
  /** `digest` names the calendar's content in the log: calendars of one id differ. */
  | { readonly kind: 'publish-calendar'; readonly calendar: Calendar; readonly digest: string };

/** An act as it reaches the interpreter. */
export interface ActMessage {
  /** Made by the client; the same id with the same digest is the same act. */
  readonly id: string;
  /** Keyed digest of the content that the client sent: who has no key cannot guess the content. */
  readonly digest: string;
  /** The same content under keys from before: it may have been taken when one of these was in use. */
  readonly formerDigests?: readonly string[];
  readonly act: Act;
  readonly actor: Actor;
  readonly happened: Instant;
  readonly received: Instant;
  /** Random salts for the commitments of personal values, enough for all of them. */
  readonly salt: string;
  /** The last log entry that the sender knows to be in the store. */
  readonly stored?: number;
  readonly foreseen?: Foreseen;
}
