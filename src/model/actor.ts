/** A person who acts, as the API knows them after sign-in: the roles held now, in which unit. */
export interface Actor {
  readonly person: string;
  readonly unit: string;
  readonly roles: readonly string[];
  /** Units below or equal to which the actor's leading roles reach. */
  readonly reach: readonly string[];
  /** By role: the beats that colleagues of the unit keep in it. What falls to them the actor leaves to them. */
  readonly leaves?: Readonly<Record<string, readonly string[]>>;
}
