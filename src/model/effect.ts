import type { RungAction } from './ladder.ts';

/** A task of the host after a step of the machine. `key` is unique: a host that has done it does it no more. */
export type Effect =
  | {
      readonly kind: 'start';
      readonly key: string;
      readonly procedure: string;
      /** Under which id; not there where incidents with the same answer to `onePer` share it: the id is known outside. */
      readonly id?: string;
      readonly onePer?: string;
      readonly step: string;
    }
  | {
      readonly kind: 'rung';
      readonly key: string;
      readonly action: RungAction;
      readonly step: string;
    }
  | {
      readonly kind: 'add-standard';
      readonly key: string;
      readonly procedure: string;
      readonly basis: readonly string[];
    }
  | { readonly kind: 'switch'; readonly key: string; readonly procedure: string };
