import { canonicalJson } from '../model/canonical-json.ts';
import type { Dossier } from './dossier-contract.ts';

/** The parts of a dossier that its signature covers by their sums. */
export const dossierParts = ['entries', 'receipts', 'files', 'personal', 'erasures'] as const;
export type DossierPart = (typeof dossierParts)[number];

type Stated = Omit<Dossier, 'signature' | DossierPart>;

/** The statement that a dossier's signature covers: head, counts, sums, release, time, exporter, and key. */
export const dossierStatement = ({
  format,
  incident,
  release,
  exported,
  exportedBy,
  head,
  anchored,
  sums,
  keyId,
}: Stated): string =>
  `jiechu dossier\n${canonicalJson({ format, incident, release, exported, exportedBy, head, anchored, sums, keyId })}`;
