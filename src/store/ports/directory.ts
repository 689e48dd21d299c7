import type { Text } from '../../model/text.ts';

/** Units and people. */
export interface Directory {
  /**
   * Adds and overwrites; what is not named stays as it is. Parents may come after their children. The sessions of who is
   * no longer active end with it.
   */
  replace(entries: {
    readonly units: readonly Unit[];
    readonly people: readonly Person[];
  }): Promise<void>;
  units(): Promise<readonly Unit[]>;
  unit(id: string): Promise<Unit | undefined>;
  /** All of them, also who is no longer active; narrowed by unit and role. */
  people(narrow?: {
    readonly unit?: string;
    readonly role?: string;
    readonly active?: boolean;
  }): Promise<readonly Person[]>;
  person(id: string): Promise<Person | undefined>;
  /** A unit and all below it. */
  below(unit: string): Promise<readonly string[]>;
}

/** A station, squad, sub-bureau or centre. */
export interface Unit {
  readonly id: string;
  readonly parent?: string;
  readonly kind: string;
  readonly title: Text;
  readonly zone?: string;
  /** The unit it works with, such as a station's patrol squad. */
  readonly partner?: string;
  readonly position?: { readonly latitude: number; readonly longitude: number };
}

export interface Person {
  readonly id: string;
  readonly name: Text;
  readonly unit: string;
  readonly roles: readonly string[];
  /** For people to read: who is on duty is who is active. */
  readonly shift?: string;
  /** The beats that they keep, in each role that is bound by beat. */
  readonly beats?: readonly string[];
  readonly active: boolean;
}
