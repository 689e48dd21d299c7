import type { Actor } from '../../model/actor.ts';
import type { IncidentReader } from '../../store/ports/incidents.ts';

/** The person who is signed in, with how far their roles let them see: the engine decides by the rest. */
export interface AccessActor extends Actor {
  readonly access: Access;
}

/** The reach of somebody's sight beyond the own unit and what they are bound to. */
export interface Access {
  /** Units in which everything may be read and acted upon. */
  readonly leads: readonly string[];
  /** Units in which everything may be read: these and those of an auditor. */
  readonly reads: readonly string[];
  /** By role: the unit it serves and all below. There, what asks the role or tells it something. */
  readonly serves: Readonly<Record<string, readonly string[]>>;
  /** Every role held only reads. */
  readonly onlyReads: boolean;
}

/** The actor as the engine takes it. */
export const asActor = ({ access: _, ...actor }: AccessActor): Actor => actor;

/** The actor as lists are narrowed to what they may see. */
export const asReader = ({ person, unit, access }: AccessActor): IncidentReader => ({
  person,
  unit,
  reach: access.reads,
  serves: access.serves,
});
