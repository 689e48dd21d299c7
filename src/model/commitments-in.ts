import type { CommittedWords } from './committed-words.ts';
import type { LogData } from './log-entry.ts';
import type { KeptEvidence, StepRow } from './step-row.ts';
import { wordsNames } from './words-names.ts';

/** A commitment in an entry, and the name by which its value or words stand beside the log. */
export interface Committed {
  readonly fact: string;
  readonly commitment: string;
}

/** Everything that an entry commits to: answers, what is offered to a second person, and words. */
export function commitmentsIn(data: LogData): readonly Committed[] {
  switch (data.kind) {
    case 'fact':
      return data.commitment === undefined
        ? []
        : [{ fact: data.fact, commitment: data.commitment }];
    case 'step':
      return inRow(data.row);
    case 'act':
      return written(data.note);
    case 'standard-switched':
      return [...written(data.note), ...written(data.pending?.note)];
    default:
      return [];
  }
}

const inRow = ({ note, reason, evidence, pending }: StepRow): readonly Committed[] => [
  ...written(note),
  ...(typeof reason === 'object' ? written(reason) : []),
  ...references(evidence ?? []),
  ...written(pending?.note),
  ...references(pending?.evidence ?? []),
  ...Object.entries(pending?.commitments ?? {}).map(([fact, commitment]) => ({ fact, commitment })),
];

const written = (words: CommittedWords | undefined): readonly Committed[] =>
  words === undefined ? [] : [{ fact: wordsNames.note, commitment: words.commitment }];

const references = (evidence: readonly KeptEvidence[]): readonly Committed[] =>
  evidence.map(({ reference: { commitment } }) => ({ fact: wordsNames.reference, commitment }));
