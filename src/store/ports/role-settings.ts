/** Names of the release's settings by which roles find their holder. */
export interface RoleSettings {
  readonly leader: string;
  /** Roles that are held in the units below as well: with nobody there, the next unit up has them. */
  readonly downward: readonly string[];
  /** The fact that says the beat of the place. */
  readonly beat?: string;
}
