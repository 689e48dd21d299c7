/** Signs statements with a key that this process has. */
export interface StatementSigner {
  /** The id under which others know the public half: signatures name it, so that keys can be replaced. */
  readonly keyId: string;
  /** Ed25519 over the UTF-8 of the statement; base64. */
  sign(statement: string): string;
}
