import type { Instant } from '../../model/instant.ts';

/** Who is signed in. Only the hash of a token is kept. */
export interface Sessions {
  begin(session: Omit<Session, 'lastSeen'>): Promise<void>;
  /** The session, if it has not expired; marks it as seen. */
  seen(tokenHash: string, now: Instant): Promise<Session | undefined>;
  end(tokenHash: string): Promise<void>;
  endAllOf(person: string): Promise<void>;
  /** Removes what has expired; says how many. */
  sweep(now: Instant): Promise<number>;
}

export interface Session {
  readonly tokenHash: string;
  readonly person: string;
  readonly created: Instant;
  readonly lastSeen: Instant;
  readonly expires: Instant;
}
