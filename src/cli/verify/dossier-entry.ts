import { Type } from 'typebox';
import { Check } from 'typebox/value';
import type { LogEntry } from '../../model/log-entry.ts';

const Words = Type.Object({ commitment: Type.String() });
const Evidence = Type.Array(
  Type.Object({ kind: Type.String(), reference: Words, sha256: Type.Optional(Type.String()) }),
);
const Row = Type.Object({
  step: Type.String(),
  note: Type.Optional(Words),
  reason: Type.Optional(Type.Union([Type.String(), Words])),
  evidence: Type.Optional(Evidence),
  pending: Type.Optional(
    Type.Object({
      note: Type.Optional(Words),
      evidence: Type.Optional(Evidence),
      commitments: Type.Optional(Type.Record(Type.String(), Type.String())),
    }),
  ),
});

// The fields that the verifier reads of each kind; the rest of an entry is in its hash and is not read.
const data = {
  started: Type.Object({ release: Type.String(), report: Type.String() }),
  joined: Type.Object({ report: Type.String() }),
  act: Type.Object({
    act: Type.String(),
    happened: Type.Integer(),
    received: Type.Integer(),
    note: Type.Optional(Words),
  }),
  'standard-switched': Type.Object({
    note: Type.Optional(Words),
    pending: Type.Optional(Type.Object({ note: Type.Optional(Words) })),
  }),
  fact: Type.Object({ fact: Type.String(), commitment: Type.Optional(Type.String()) }),
  step: Type.Object({ row: Row }),
} as const;

const Entry = Type.Object({
  seq: Type.Integer(),
  previous: Type.String(),
  hash: Type.String(),
  step: Type.Optional(Type.String()),
  by: Type.Optional(Type.String()),
  act: Type.Optional(Type.String()),
  data: Type.Object({ kind: Type.String() }),
});

/** True where something in a dossier is a log entry, as far as the verifier reads it. */
export function isEntry(value: unknown): value is LogEntry {
  if (!Check(Entry, value)) return false;
  const { kind } = value.data;
  return !Object.hasOwn(data, kind) || Check(data[kind as keyof typeof data], value.data);
}
