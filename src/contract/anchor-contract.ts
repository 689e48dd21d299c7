import { Type, type Static } from 'typebox';
import { ChainEnd } from './dossier-contract.ts';

const exact = { additionalProperties: false };

/** The data of an anchor record: where logs ended, or that an authority stamped an earlier record with its time. */
export const AnchorData = Type.Union([
  Type.Object(
    {
      kind: Type.Literal('heads'),
      /** The logs that grew since they were last anchored. */
      incidents: Type.Record(Type.String(), ChainEnd),
      /** The API's own log, where it grew. */
      apiLog: Type.Optional(ChainEnd),
    },
    exact,
  ),
  Type.Object(
    {
      kind: Type.Literal('stamped'),
      record: ChainEnd,
      /** A time-stamp token of RFC 3161 over the hash of that record: DER, base64. */
      token: Type.String(),
    },
    exact,
  ),
]);
export type AnchorData = Static<typeof AnchorData>;

/** One line of the anchors: chained to the one before, and signed. */
export const AnchorRecord = Type.Object(
  {
    seq: Type.Integer({ minimum: 1 }),
    at: Type.String(),
    data: AnchorData,
    keyId: Type.String(),
    previous: Type.String(),
    /** SHA-256 (hex) of the canonical JSON of this record without `hash` and `signature`. */
    hash: Type.String(),
    /** Ed25519 over the record's statement, base64. */
    signature: Type.String(),
  },
  exact,
);
export type AnchorRecord = Static<typeof AnchorRecord>;
