import { Type } from 'typebox';
import { Check } from 'typebox/value';
import type { LogEntry } from '../../model/log-entry.ts';

const Evidence = Type.Array(
  Type.Object({ kind: Type.String(), sha256: Type.Optional(Type.String()) }),
);
const Row = Type.Object({
  step: Type.String(),
  evidence: Type.Optional(Evidence),
  pending: Type.Optional(
    Type.Object({
      evidence: Type.Optional(Evidence),
      commitments: Type.Optional(Type.Record(Type.String(), Type.String())),
    }),
  ),
});

// What the verifier reads of each kind; the rest of an entry is in its hash and is not read.
const data = {
  started: Type.Object({ release: Type.String(), report: Type.String() }),
  joined: Type.Object({ report: Type.String() }),
  act: Type.Object({ act: Type.String(), happened: Type.Integer(), received: Type.Integer() }),
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

/** Whether something in a dossier is a log entry, as far as the verifier reads it. */
export function isEntry(value: unknown): value is LogEntry {
  if (!Check(Entry, value)) return false;
  const { kind } = value.data;
  return !Object.hasOwn(data, kind) || Check(data[kind as keyof typeof data], value.data);
}
