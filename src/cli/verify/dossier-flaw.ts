import type { Text } from '../../model/text.ts';

/** Something in a dossier that is not as it was written. */
export interface DossierFlaw {
  readonly what:
    | 'dossier'
    | 'entry'
    | 'head'
    | 'receipt'
    | 'release'
    | 'personal'
    | 'erasure'
    | 'file'
    | 'key'
    | 'anchor'
    | 'time-stamp';
  /** The log entry it is about. */
  readonly seq?: number;
  /** The act of a receipt, the fact of a personal value, the path or hash of a file, the id of a key. */
  readonly id?: string;
  readonly text: Text;
}
