/** The holder of a role in one incident. Without a person, anybody of the units who holds the role. */
export interface Binding {
  readonly unit: string;
  readonly person?: string;
  /** Units sent as well, by escalation. */
  readonly also?: readonly string[];
}
