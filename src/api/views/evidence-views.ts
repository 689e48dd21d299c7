import type { EvidenceView } from '../../contract/step-contract.ts';
import type { ProcedureSpec } from '../../model/procedure-spec.ts';
import type { Evidence } from '../../model/step-row.ts';
import type { Reading } from './reading.ts';
import { evidenceTitle } from './title-of.ts';

/** Evidence as its reader sees it. A reference may be a file name with a person's name in it. */
export const evidenceViews = (
  { mayReadProtected }: Pick<Reading, 'mayReadProtected'>,
  spec: ProcedureSpec,
  evidence: readonly Evidence[],
): EvidenceView[] =>
  evidence.map(({ kind, reference, sha256 }) => ({
    kind,
    title: evidenceTitle({ spec }, kind),
    reference: mayReadProtected ? reference : '',
    ...(sha256 !== undefined && { sha256 }),
  }));
