import { Button } from 'antd';
import type { ReactNode } from 'react';
import { FailureAlert } from '../field/failure-alert.tsx';
import { LockedFields } from '../field/locked-fields.tsx';
import type { RequestFailure } from '../server/request-failure.ts';
import { testIds } from '../test-ids.ts';

interface ActFormProps {
  readonly incident: string;
  readonly title: string;
  readonly ready: boolean;
  readonly busy: boolean;
  readonly failure: RequestFailure | undefined;
  readonly send: () => void;
  readonly testId: string;
  readonly children: ReactNode;
}

/** The frame of a short form: its fields, why it was refused, and one button. */
export function ActForm(props: ActFormProps) {
  return (
    <form
      className="stack-tight"
      data-testid={props.testId}
      onSubmit={(event) => {
        event.preventDefault();
        if (props.ready) props.send();
      }}
    >
      <LockedFields locked={props.busy} tight>
        {props.children}
      </LockedFields>
      <FailureAlert failure={props.failure} incident={props.incident} />
      <Button
        type="primary"
        htmlType="submit"
        size="large"
        loading={props.busy}
        disabled={!props.ready}
        data-testid={testIds.send}
      >
        {props.title}
      </Button>
    </form>
  );
}
