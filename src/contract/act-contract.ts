import { Type, type Static } from 'typebox';
import { FactsGiven } from './facts-contract.ts';
import { PromptView } from './prompt-contract.ts';
import { Moment, Name, Text, Words } from './text-contract.ts';

const note = Type.Optional(Text(2000));

export const EvidenceGiven = Type.Object(
  {
    kind: Name(64),
    reference: Words(500),
    sha256: Type.Optional(Type.String({ maxLength: 64, pattern: '^[0-9a-f]{64}$' })),
  },
  { additionalProperties: false },
);
export type EvidenceGiven = Static<typeof EvidenceGiven>;

/** `POST /api/incidents/:id/steps/:step`. */
export const StepAct = Type.Object(
  {
    action: Type.Enum(['do', 'deviate', 'extend', 'agree', 'reject', 'reopen']),
    happened: Type.Optional(Moment),
    occurrence: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000 })),
    facts: Type.Optional(FactsGiven),
    evidence: Type.Optional(Type.Array(EvidenceGiven, { maxItems: 50 })),
    /** Officers who go, and equipment they confirmed, where the step checks them. */
    crew: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
    equipment: Type.Optional(Type.Array(Name(64), { maxItems: 50 })),
    reason: Type.Optional(Name(64)),
    note,
  },
  { additionalProperties: false },
);
export type StepAct = Static<typeof StepAct>;

/** `POST /api/incidents/:id/acts`: acts that are not on one step. */
export const IncidentAct = Type.Union([
  Type.Object(
    { action: Type.Literal('answer'), facts: FactsGiven, happened: Type.Optional(Moment), note },
    { additionalProperties: false },
  ),
  Type.Object(
    {
      action: Type.Literal('hand-over'),
      role: Name(64),
      unit: Name(64),
      person: Type.Optional(Name(64)),
      note,
    },
    { additionalProperties: false },
  ),
  Type.Object(
    {
      action: Type.Literal('switch'),
      to: Name(64),
      note: Words(2000),
    },
    { additionalProperties: false },
  ),
  Type.Object(
    { action: Type.Union([Type.Literal('agree-switch'), Type.Literal('reject-switch')]), note },
    { additionalProperties: false },
  ),
  Type.Object(
    { action: Type.Literal('join'), report: Name(64), note },
    { additionalProperties: false },
  ),
]);
export type IncidentAct = Static<typeof IncidentAct>;

/** `POST /api/incidents/:id/close`. */
export const CloseAct = Type.Object(
  { note, happened: Type.Optional(Moment) },
  { additionalProperties: false },
);
export type CloseAct = Static<typeof CloseAct>;

/** That the act was taken. `signature` is Ed25519 over every other field (receipt-statement.ts), base64. */
export const ReceiptView = Type.Object({
  incident: Type.String(),
  act: Type.String(),
  kind: Type.String(),
  step: Type.Optional(Type.String()),
  happened: Moment,
  received: Moment,
  by: Type.String(),
  /** The evidence that was shown, by the hashes of its files; `hash` covers them too. */
  evidence: Type.Optional(Type.Array(Type.Object({ kind: Type.String(), sha256: Type.String() }))),
  seq: Type.Integer(),
  hash: Type.String(),
  signature: Type.String(),
  keyId: Type.String(),
});
export type ReceiptView = Static<typeof ReceiptView>;

/** 200: the receipt, and what the actor has to do next in this incident. */
export const ActTaken = Type.Object({ receipt: ReceiptView, prompts: Type.Array(PromptView) });
export type ActTaken = Static<typeof ActTaken>;
