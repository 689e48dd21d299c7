import type { Instant } from '../../model/instant.ts';
import type { Person } from './directory.ts';

/** The sessions of those who are signed in. Only the hash of a token is kept. */
export interface Sessions {
  begin(session: Omit<Session, 'lastSeen'>): Promise<void>;
  /**
   * The session, if it has not expired and was not idle for longer than that; marks it as seen. Marks that follow each
   * other within a sixtieth of that are one: a session may end so much sooner, never later.
   */
  seen(tokenHash: string, at: SessionMoment): Promise<SeenSession | undefined>;
  /** The same without marking it: an open page must not keep a session from going idle. */
  look(tokenHash: string, at: SessionMoment): Promise<SeenSession | undefined>;
  /** Its password was asked for again: it goes on under another token, and the old one is worth nothing. */
  renew(tokenHash: string, renewed: Pick<Session, 'tokenHash' | 'confirmed'>): Promise<boolean>;
  end(tokenHash: string): Promise<void>;
  endAllOf(person: string): Promise<void>;
  /** Removes what has expired; says how many. */
  sweep(now: Instant): Promise<number>;
}

/** When a session is asked for, and how long one may be idle. */
export interface SessionMoment {
  readonly now: Instant;
  readonly idleMax: number;
}

/** With whose it is, as the directory knows them now; `sample` where the account belongs to a demonstration. */
export interface SeenSession extends Session {
  readonly holder?: Person;
  readonly sample: boolean;
}

export interface Session {
  readonly tokenHash: string;
  readonly person: string;
  readonly created: Instant;
  readonly lastSeen: Instant;
  readonly expires: Instant;
  /** When the password was last asked for. */
  readonly confirmed: Instant;
}
