import { Button } from 'antd';
import { useId } from 'react';
import { instantOf } from '../../model/read-time.ts';
import { formatMoment } from '../clock/format-moment.ts';
import { toShanghaiInput } from '../clock/shanghai-input.ts';
import { useReadClock } from '../clock/use-read-clock.ts';
import type { FieldFault } from '../field/field-fault.ts';
import { Field } from '../field/field.tsx';
import { TimeInput } from '../field/time-input.tsx';
import { useLanguage } from '../language/use-language.ts';
import { testIds } from '../test-ids.ts';

interface HappenedFieldProps {
  readonly typed: string | undefined;
  /** When the button was pressed first, if it was. */
  readonly pressed: string | undefined;
  readonly change: (typed: string | undefined) => void;
  readonly fault: FieldFault | undefined;
}

/** When it happened: the moment of pressing, unless somebody gives another. */
export function HappenedField({ typed, pressed, change, fault }: HappenedFieldProps) {
  const { language, words } = useLanguage();
  const readClock = useReadClock();
  const id = useId();
  if (typed === undefined) {
    return (
      <div className="happened-now" data-testid={testIds.happened}>
        <span>
          {words.happened}
          {' · '}
          <strong>{pressed ? formatMoment(pressed, language, 'second') : words.happenedNow}</strong>
        </span>
        <Button
          onClick={() => change(toShanghaiInput(pressed ? instantOf(pressed) : readClock()))}
          data-testid={testIds.happenedEdit}
        >
          {words.happenedEdit}
        </Button>
      </div>
    );
  }
  return (
    <Field label={words.happened} controlId={id} hint={words.happenedHint} fault={fault}>
      <div className="row">
        <TimeInput id={id} typed={typed} change={change} testId={testIds.happenedInput} />
        <Button onClick={() => change(undefined)}>{words.happenedNow}</Button>
      </div>
    </Field>
  );
}
