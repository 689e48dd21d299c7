/** Local accounts: who may sign in. */
export interface Accounts {
  /**
   * Adds or overwrites a person's account. A password that is replaced ends the sessions that were begun with the old
   * one, and no device is known any more.
   */
  put(account: NewAccount): Promise<void>;
  byName(name: string): Promise<Account | undefined>;
  /** The account of a person. */
  of(person: string): Promise<Account | undefined>;
}

export interface Account {
  readonly person: string;
  /** The name that is typed at sign-in. */
  readonly name: string;
  readonly passwordHash: string;
  /** It belongs to a demonstration: its password is one for all and not a secret. */
  readonly sample: boolean;
}

export type NewAccount = Omit<Account, 'sample'> & { readonly sample?: boolean };
