import { Type, type Static } from 'typebox';
import { ReceiptView } from './act-contract.ts';
import { FileView } from './file-contract.ts';
import { Moment } from './text-contract.ts';

const value = Type.Union([Type.String(), Type.Number(), Type.Boolean()]);
const exact = { additionalProperties: false };
const Hash = Type.String({ pattern: '^[0-9a-f]{64}$' });
const Seq = Type.Integer({ minimum: 0 });

/** Where a chain ends: the number and the hash of its last entry; 0 and 64 zeros where it has none. */
export const ChainEnd = Type.Object({ seq: Seq, hash: Hash }, exact);
export type ChainEnd = Static<typeof ChainEnd>;

/** The end of the exporting system's anchors: the last record, and the head of this log that its records have. */
export const AnchoredEnd = Type.Object(
  {
    /** The hash of the first record, by which the anchors of one API are told from those of another. */
    chain: Hash,
    record: ChainEnd,
    head: Type.Optional(ChainEnd),
  },
  exact,
);
export type AnchoredEnd = Static<typeof AnchoredEnd>;

/** The number of items in a part of a dossier, and the SHA-256 of its canonical JSON. */
export const PartSum = Type.Object({ count: Seq, sha256: Hash }, exact);

/** The format that this program writes and checks. */
export const dossierFormat = 'jiechu-dossier-3';

/** That something of an incident was erased. Of what is gone it has the name of the fact and the commitment in the log. */
export const ErasureNote = Type.Object(
  {
    id: Type.String(),
    reason: Type.String(),
    askedBy: Type.String(),
    askedAt: Moment,
    agreedBy: Type.String(),
    agreedAt: Moment,
    values: Type.Array(Type.Object({ commitment: Type.String(), fact: Type.String() }, exact)),
    reports: Type.Array(Type.String()),
    files: Type.Array(Type.String()),
  },
  exact,
);
export type ErasureNote = Static<typeof ErasureNote>;

/**
 * `GET /api/incidents/:id/dossier`: what `jiechu verify` checks without network. Entries are as they were hashed,
 * receipts as they were signed when they were given; a personal value opens its commitment in the log. The whole is
 * signed at export: the signature covers everything but the parts themselves, and these by their sums.
 */
export const Dossier = Type.Object(
  {
    format: Type.Literal(dossierFormat),
    incident: Type.String(),
    release: Type.String(),
    exported: Moment,
    exportedBy: Type.String(),
    head: ChainEnd,
    anchored: Type.Optional(AnchoredEnd),
    sums: Type.Object(
      {
        entries: PartSum,
        receipts: PartSum,
        files: PartSum,
        personal: PartSum,
        erasures: PartSum,
      },
      exact,
    ),
    entries: Type.Array(Type.Unknown()),
    receipts: Type.Array(Type.Object(ReceiptView.properties, exact)),
    /** The files that evidence names by their hash; they are not in the dossier. */
    files: Type.Array(Type.Object(FileView.properties, exact)),
    personal: Type.Array(
      Type.Object(
        { commitment: Type.String(), salt: Type.String(), fact: Type.String(), value },
        exact,
      ),
    ),
    /** The erasures of what is gone: which values, reports and files went, why, and by which two persons. */
    erasures: Type.Array(ErasureNote),
    keyId: Type.String(),
    /** Ed25519, base64. */
    signature: Type.String(),
  },
  exact,
);
export type Dossier = Static<typeof Dossier>;
