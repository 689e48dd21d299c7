import { Alert, Button, Segmented } from 'antd';
import { useState } from 'react';
import type { ActTaken } from '../../contract/act-contract.ts';
import type { StepView } from '../../contract/step-contract.ts';
import { FailureAlert } from '../field/failure-alert.tsx';
import { LockedFields } from '../field/locked-fields.tsx';
import { NoteField } from '../field/note-field.tsx';
import { listText } from '../language/list-text.ts';
import { useLanguage } from '../language/use-language.ts';
import { testIds } from '../test-ids.ts';
import { DeviateFields } from './deviate-fields.tsx';
import { DoFields } from './do-fields.tsx';
import { NothingToDo } from './nothing-to-do.tsx';
import { stepActions, type StepAction } from './step-words.ts';
import { useStepForm } from './use-step-form.ts';

interface StepFormProps {
  readonly incident: string;
  readonly step: StepView;
  readonly taken: (answer: ActTaken) => void;
}

const needsNote: readonly StepAction[] = ['reject', 'reopen'];

/** The acts that the reader may do on a step now, one form at a time. */
export function StepForm({ incident, step, taken }: StepFormProps) {
  const { language, words, read } = useLanguage();
  const form = useStepForm({ incident, step, taken });
  const { draft, busy, queued, failure, tried, missing, faults, submit } = form;
  const can: readonly StepAction[] = step.can;
  const actions = stepActions.filter((action) => can.includes(action));
  const [chosen, choose] = useState<StepAction>();
  const action = actions.find((one) => one === chosen) ?? actions[0];
  if (action === undefined) {
    return <NothingToDo incident={incident} step={step} form={form} />;
  }
  const send = (pressed: StepAction) => void submit(pressed);
  const { values, change } = draft;
  return (
    <form
      className="stack"
      data-testid={testIds.stepForm}
      onSubmit={(event) => {
        event.preventDefault();
        send(action);
      }}
    >
      <LockedFields locked={busy}>
        {actions.length > 1 && (
          <Segmented
            size="large"
            block
            options={actions.map((value) => ({ value, label: words.action[value] }))}
            value={action}
            onChange={choose}
            data-testid={testIds.actionChoice}
          />
        )}
        {action === 'do' && (
          <DoFields
            incident={incident}
            step={step}
            draft={values}
            change={change}
            faults={faults}
          />
        )}
        {action === 'deviate' && (
          <DeviateFields
            step={step}
            reason={values.reason}
            change={(reason) => change({ reason })}
            fault={faults.get('reason')}
          />
        )}
        <NoteField
          value={values.note}
          change={(note) => change({ note })}
          required={needsNote.includes(action)}
          fault={tried === action ? faults.get('note') : undefined}
        />
      </LockedFields>
      {tried === action && missing.length > 0 && (
        <Alert
          type="warning"
          showIcon
          role="alert"
          title={words.standing.missing}
          description={listText(
            missing.map(({ title }) => read(title)),
            language,
          )}
          data-testid={testIds.missing}
        />
      )}
      <FailureAlert failure={failure} incident={incident} />
      <Button
        type="primary"
        htmlType="submit"
        size="large"
        block
        danger={action === 'reject' || action === 'reopen'}
        loading={busy || queued}
        className="send"
        data-testid={testIds.stepSubmit}
      >
        {queued ? words.filesFirst : words.actionConfirm[action]}
      </Button>
    </form>
  );
}
