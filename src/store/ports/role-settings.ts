/** Names of the release's settings by which roles find their holder. */
export interface RoleSettings {
  readonly leader: string;
  /** The fact that says the beat of the place. */
  readonly beat?: string;
}
