import { Input } from 'antd';
import { useId } from 'react';
import { useLanguage } from '../language/use-language.ts';
import { testIds } from '../test-ids.ts';
import type { FieldFault } from './field-fault.ts';
import { Field } from './field.tsx';

interface NoteFieldProps {
  readonly value: string;
  readonly change: (value: string) => void;
  readonly label?: string;
  readonly required?: boolean;
  readonly fault?: FieldFault | undefined;
}

export function NoteField({ value, change, label, required = false, fault }: NoteFieldProps) {
  const { words } = useLanguage();
  const id = useId();
  return (
    <Field label={label ?? words.note} controlId={id} required={required} fault={fault}>
      <Input.TextArea
        id={id}
        autoSize={{ minRows: 2, maxRows: 8 }}
        maxLength={2000}
        placeholder={required ? words.noteNeeded : words.optional}
        value={value}
        onChange={(event) => change(event.target.value)}
        data-testid={testIds.note}
      />
    </Field>
  );
}
