import { useId } from 'react';
import type { StepView } from '../../contract/step-contract.ts';
import { ChooseOne } from '../field/choose-one.tsx';
import type { FieldFault } from '../field/field-fault.ts';
import { Field } from '../field/field.tsx';
import { useLanguage } from '../language/use-language.ts';
import { testIds } from '../test-ids.ts';

interface DeviateFieldsProps {
  readonly step: StepView;
  readonly reason: string | undefined;
  readonly change: (reason: string | undefined) => void;
  readonly fault: FieldFault | undefined;
}

/** The coded reason for not doing a step. */
export function DeviateFields({ step, reason, change, fault }: DeviateFieldsProps) {
  const { words, read } = useLanguage();
  const id = useId();
  return (
    <Field label={words.deviateReason} groupId={id} required hint={words.deviateHint} fault={fault}>
      <ChooseOne
        id={`${id}-reason`}
        options={step.reasons.map((one) => ({ value: one.id, label: read(one.title) }))}
        value={reason}
        change={change}
        labelledBy={id}
        required
        testId={testIds.deviateReason}
      />
    </Field>
  );
}
