import { Input } from 'antd';
import { useId } from 'react';
import type { StepView } from '../../contract/step-contract.ts';
import { Field } from '../field/field.tsx';
import { useLanguage } from '../language/use-language.ts';
import { testIds } from '../test-ids.ts';
import type { Faults } from './form-place.ts';

interface EvidenceFieldsProps {
  readonly needed: StepView['evidenceNeeded'];
  readonly given: Readonly<Record<string, string>>;
  readonly faults: Faults;
  readonly change: (kind: string, reference: string) => void;
}

/** One reference for each piece of evidence; the file itself stays where it was made. */
export function EvidenceFields({ needed, given, faults, change }: EvidenceFieldsProps) {
  const { words, read } = useLanguage();
  const id = useId();
  return needed.map((evidence) => (
    <Field
      key={evidence.id}
      label={
        <>
          {words.evidence} · {read(evidence.title)}
        </>
      }
      controlId={`${id}-${evidence.id}`}
      required
      fault={faults.get(`evidence ${evidence.id}`)}
    >
      <Input
        id={`${id}-${evidence.id}`}
        size="large"
        maxLength={500}
        placeholder={words.evidenceHint}
        value={given[evidence.id] ?? ''}
        onChange={(event) => change(evidence.id, event.target.value)}
        data-testid={testIds.evidence(evidence.id)}
      />
    </Field>
  ));
}
