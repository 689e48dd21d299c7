import { Checkbox, InputNumber } from 'antd';
import { useId } from 'react';
import type { StepView } from '../../contract/step-contract.ts';
import { Field } from '../field/field.tsx';
import { useLanguage } from '../language/use-language.ts';
import { testIds } from '../test-ids.ts';
import type { Faults } from './form-place.ts';
import type { StepDraft } from './step-draft.ts';

interface CrewFieldsProps {
  readonly step: StepView;
  readonly draft: StepDraft;
  readonly change: (part: Partial<StepDraft>) => void;
  readonly faults: Faults;
}

/** The fields for how many go and what they carry, where the step checks it. */
export function CrewFields({ step, draft, change, faults }: CrewFieldsProps) {
  const { words, read } = useLanguage();
  const id = useId();
  return (
    <>
      {step.crew !== undefined && (
        <Field
          label={words.crew(step.crew)}
          controlId={`${id}-crew`}
          required
          fault={faults.get('crew')}
        >
          <InputNumber
            id={`${id}-crew`}
            size="large"
            min={1}
            max={1000}
            precision={0}
            inputMode="numeric"
            value={draft.crew ?? null}
            onChange={(count) => change({ crew: count ?? undefined })}
            data-testid={testIds.crew}
          />
        </Field>
      )}
      {step.equipment.length > 0 && (
        <Field
          label={words.equipment}
          groupId={`${id}-equipment`}
          required
          fault={faults.get('equipment')}
        >
          <Checkbox.Group
            className="check-list"
            options={step.equipment.map((item) => ({ value: item.id, label: read(item.title) }))}
            value={[...draft.equipment]}
            onChange={(equipment) => change({ equipment })}
            data-testid={testIds.equipment}
          />
        </Field>
      )}
    </>
  );
}
