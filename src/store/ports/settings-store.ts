/** Small values of the system: where its clock begins, its keys. Values are JSON. */
export interface SettingsStore {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  /** Keeps a value where there is none yet, and gives what is kept: all processes get the same. */
  keep<T>(key: string, value: T): Promise<T>;
  /** Puts a value in the place of another, or where there is none; false, and nothing done, where it is not that one. */
  exchange(key: string, expected: unknown, value: unknown): Promise<boolean>;
}
