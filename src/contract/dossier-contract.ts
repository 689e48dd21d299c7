import { Type, type Static } from 'typebox';
import { ReceiptView } from './act-contract.ts';
import { FileView } from './file-contract.ts';
import { Moment } from './text-contract.ts';

const value = Type.Union([Type.String(), Type.Number(), Type.Boolean()]);

/**
 * `GET /api/incidents/:id/dossier`: what `jiechu verify` checks without network. Entries are as they were hashed; a
 * receipt is signed with Ed25519 over `incident:act:seq:hash`; a personal value opens its commitment in the log.
 */
export const Dossier = Type.Object({
  format: Type.Literal('jiechu-dossier-1'),
  incident: Type.String(),
  release: Type.String(),
  exported: Moment,
  exportedBy: Type.String(),
  head: Type.Object({ seq: Type.Integer(), hash: Type.String() }),
  entries: Type.Array(Type.Unknown()),
  receipts: Type.Array(ReceiptView),
  /** PEM (SPKI) and its id, as receipts name it. */
  key: Type.Object({ id: Type.String(), publicKey: Type.String() }),
  /** The files that evidence names by their hash; they are not in the dossier. */
  files: Type.Optional(Type.Array(FileView)),
  personal: Type.Array(
    Type.Object({ commitment: Type.String(), salt: Type.String(), fact: Type.String(), value }),
  ),
});
export type Dossier = Static<typeof Dossier>;
