import type { EvidenceView } from '../../contract/step-contract.ts';
import type { ProcedureSpec } from '../../model/procedure-spec.ts';
import type { KeptEvidence } from '../../model/step-row.ts';
import type { Reading } from './reading.ts';
import { evidenceTitle } from './title-of.ts';
import { wordsOf } from './words-of.ts';

/** Evidence as its reader sees it. A reference may be a file name with a person's name in it, and may be erased. */
export const evidenceViews = (
  reading: Pick<Reading, 'mayReadProtected' | 'personal'>,
  spec: ProcedureSpec,
  evidence: readonly KeptEvidence[],
): EvidenceView[] =>
  evidence.map(({ kind, reference, sha256 }) => ({
    kind,
    title: evidenceTitle({ spec }, kind),
    reference: wordsOf(reading, reference) ?? '',
    ...(sha256 !== undefined && { sha256 }),
  }));
