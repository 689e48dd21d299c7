/** Who acts, as the API knows it after sign-in: the roles held now, in which unit. */
export interface Actor {
  readonly person: string;
  readonly unit: string;
  readonly roles: readonly string[];
  /** Units below or equal to which the actor's leading roles reach. */
  readonly reach: readonly string[];
}
