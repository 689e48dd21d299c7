import type { StepView } from '../../contract/step-contract.ts';
import type { DraftChange } from '../draft/use-draft.ts';
import { FactInput } from '../field/fact-input.tsx';
import { answerInForm } from './answer-in-form.ts';
import { CrewFields } from './crew-fields.tsx';
import { EvidenceFields } from './evidence-fields.tsx';
import { HappenedField } from './happened-field.tsx';
import type { Faults } from './form-place.ts';
import type { StepDraft } from './step-draft.ts';

interface DoFieldsProps {
  readonly incident: string;
  readonly step: StepView;
  readonly draft: StepDraft;
  readonly change: DraftChange<StepDraft>;
  readonly faults: Faults;
}

/** The fields that doing a step takes: its facts, crew, evidence and when it happened. */
export function DoFields({ incident, step, draft, change, faults }: DoFieldsProps) {
  return (
    <>
      {step.facts.map((fact) => (
        <FactInput
          key={fact.id}
          fact={fact}
          value={answerInForm(fact, draft)}
          change={(value) => change(({ facts }) => ({ facts: { ...facts, [fact.id]: value } }))}
          fault={faults.get(`fact ${fact.id}`)}
        />
      ))}
      <CrewFields step={step} draft={draft} change={change} faults={faults} />
      <EvidenceFields
        incident={incident}
        needed={step.evidenceNeeded}
        draft={draft}
        faults={faults}
        change={change}
      />
      <HappenedField
        typed={draft.happened}
        pressed={draft.pressed}
        change={(happened) => change({ happened })}
        fault={faults.get('happened')}
      />
    </>
  );
}
