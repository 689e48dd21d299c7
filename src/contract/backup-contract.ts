import { Type, type Static } from 'typebox';
import { Moment, Name } from './text-contract.ts';

/** `POST /api/backups`: a copy of the database and the histories into an empty folder on the server. */
export const BackupAsked = Type.Object({ folder: Name(4096) }, { additionalProperties: false });
export type BackupAsked = Static<typeof BackupAsked>;

/** A copy as of one moment. */
export const BackupCopied = Type.Object({
  id: Type.String(),
  made: Moment,
  /** Where all logs ended, and the SHA-256 of the canonical JSON of these heads. */
  logs: Type.Object({
    incidents: Type.Integer(),
    entries: Type.Integer(),
    sha256: Type.String(),
  }),
  /** Which pair the two sides are; marks of the keys that they need. */
  pair: Type.Unknown(),
  keys: Type.Record(Type.String(), Type.Unknown()),
  /** Where the files of evidence lie, which are never changed. */
  files: Type.String(),
});
export type BackupCopied = Static<typeof BackupCopied>;
