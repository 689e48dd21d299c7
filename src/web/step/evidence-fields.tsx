import type { StepView } from '../../contract/step-contract.ts';
import type { DraftChange } from '../draft/use-draft.ts';
import { EvidenceField } from './evidence-field.tsx';
import type { Faults } from './form-place.ts';
import type { StepDraft } from './step-draft.ts';

interface EvidenceFieldsProps {
  readonly incident: string;
  readonly needed: StepView['evidenceNeeded'];
  readonly draft: StepDraft;
  readonly faults: Faults;
  readonly change: DraftChange<StepDraft>;
}

/** The fields for the evidence of a step, kind by kind. */
export function EvidenceFields(props: EvidenceFieldsProps) {
  const { incident, needed, draft, faults, change } = props;
  return needed.map((evidence) => {
    const { id } = evidence;
    return (
      <EvidenceField
        key={id}
        incident={incident}
        evidence={evidence}
        reference={draft.evidence[id] ?? ''}
        files={draft.files[id] ?? []}
        fault={faults.get(`evidence ${id}`)}
        changeReference={(reference) =>
          change(({ evidence }) => ({ evidence: { ...evidence, [id]: reference } }))
        }
        changeFiles={(next) =>
          change(({ files }) => ({ files: { ...files, [id]: next(files[id] ?? []) } }))
        }
      />
    );
  });
}
