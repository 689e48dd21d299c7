/** The signed claim of a release: its hash, and the SHA-256 of its JSON and of each spec as it travels. */
export interface ReleaseClaim {
  readonly release: string;
  readonly json: string;
  /** By procedure: of the list that holds its spec alone. */
  readonly specs: Readonly<Record<string, string>>;
}
