import type { Text } from '../../model/text.ts';

/** Why the store could not be opened, in one line that says what to do. */
export interface StoreFailure {
  readonly code:
    | 'data-locked'
    | 'data-unwritable'
    | 'data-damaged'
    | 'database-address'
    | 'database-unreachable'
    | 'schema-newer'
    | 'migration-failed';
  readonly message: Text;
}
