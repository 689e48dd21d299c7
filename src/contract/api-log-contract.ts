import { Type, type Static } from 'typebox';
import { AnchoredEnd, ChainEnd, PartSum } from './dossier-contract.ts';
import { Moment } from './text-contract.ts';

const exact = { additionalProperties: false };

/** The format that this program writes and checks. */
export const apiLogFormat = 'jiechu-api-log-1';

/**
 * `GET /api/log`: the API's own log, who was refused or read what, as it was hashed, a page at a time. The page is
 * signed: the signature covers everything but the entries, and these by their sum.
 */
export const ApiLogPage = Type.Object(
  {
    format: Type.Literal(apiLogFormat),
    exported: Moment,
    exportedBy: Type.String(),
    /** The number of the first entry that was asked for. */
    from: Type.Integer({ minimum: 1 }),
    /** Where the whole log ended. */
    head: ChainEnd,
    anchored: Type.Optional(AnchoredEnd),
    sum: PartSum,
    entries: Type.Array(
      Type.Object(
        {
          seq: Type.Integer(),
          /** Milliseconds since 1970. */
          at: Type.Integer(),
          kind: Type.String(),
          data: Type.Unknown(),
          previous: Type.String(),
          hash: Type.String(),
        },
        exact,
      ),
    ),
    /** The `from` of the next page; nothing on the last one. */
    next: Type.Optional(Type.Integer()),
    keyId: Type.String(),
    /** Ed25519, base64. */
    signature: Type.String(),
  },
  exact,
);
export type ApiLogPage = Static<typeof ApiLogPage>;
