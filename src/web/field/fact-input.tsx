import { LockOutlined } from '@ant-design/icons';
import { Input, InputNumber } from 'antd';
import { useId } from 'react';
import type { FactField } from '../../contract/step-contract.ts';
import type { FactValue } from '../../model/fact-value.ts';
import { readMoment } from '../../model/read-time.ts';
import { fromShanghaiInput, toShanghaiInput } from '../clock/shanghai-input.ts';
import { useLanguage } from '../language/use-language.ts';
import { testIds } from '../test-ids.ts';
import { ChooseOne } from './choose-one.tsx';
import type { FieldFault } from './field-fault.ts';
import { Field } from './field.tsx';
import { TimeInput } from './time-input.tsx';

interface FactInputProps {
  readonly fact: FactField;
  readonly value: FactValue | undefined;
  readonly change: (value: FactValue | undefined) => void;
  readonly fault?: FieldFault | undefined;
}

type FactKind = 'choice' | 'number' | 'text' | 'time';

/** The question of a fact with the control that its kind of answer takes. */
export function FactInput({ fact, value, change, fault }: FactInputProps) {
  const { words, read } = useLanguage();
  const id = useId();
  const kind: FactKind = fact.kind;
  const grouped = kind === 'choice';
  const range =
    fact.min !== undefined && fact.max !== undefined
      ? words.numberRange(counted(fact.min), counted(fact.max))
      : undefined;
  return (
    <Field
      label={
        <>
          {read(fact.ask)}
          {fact.personal && (
            <span className="field-personal">
              <LockOutlined aria-hidden /> {words.personal}
            </span>
          )}
        </>
      }
      {...(grouped ? { groupId: `${id}-label` } : { controlId: id })}
      required={fact.required}
      fault={fault}
      hint={kind === 'number' ? range : undefined}
    >
      <div data-testid={testIds.fact(fact.id)}>
        {kind === 'choice' && (
          <ChooseOne
            id={id}
            options={(fact.choices ?? []).map((choice) => ({
              value: choice.value,
              label: read(choice.label),
            }))}
            value={value === undefined ? undefined : String(value)}
            change={change}
            labelledBy={`${id}-label`}
            required={fact.required}
          />
        )}
        {kind === 'number' && (
          <InputNumber
            id={id}
            size="large"
            inputMode="decimal"
            value={typeof value === 'number' ? value : null}
            onChange={(typed) => change(typeof typed === 'number' ? typed : undefined)}
            suffix={fact.unit && read(fact.unit)}
          />
        )}
        {kind === 'text' && (
          <Input.TextArea
            id={id}
            size="large"
            autoSize={{ minRows: 1, maxRows: 6 }}
            maxLength={fact.max ?? 2000}
            value={value === undefined ? '' : String(value)}
            onChange={(event) => change(event.target.value || undefined)}
          />
        )}
        {kind === 'time' && (
          <TimeInput
            id={id}
            typed={shownTime(value)}
            change={(typed) => change(fromShanghaiInput(typed) ?? (typed || undefined))}
          />
        )}
      </div>
    </Field>
  );
}

const counted = (count: number) => count.toLocaleString('en');

/** A whole moment as Beijing time; what is not one yet as it was typed. */
function shownTime(value: FactValue | undefined): string {
  const text = value === undefined ? '' : String(value);
  const { value: instant } = readMoment(text);
  return instant === undefined ? text : toShanghaiInput(instant);
}
