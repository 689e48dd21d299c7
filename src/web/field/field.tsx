import { ExclamationCircleFilled } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useLanguage } from '../language/use-language.ts';
import { testIds } from '../test-ids.ts';
import type { FieldFault } from './field-fault.ts';

interface FieldProps {
  readonly label: ReactNode;
  /** The control it labels; a group of controls labels itself with `groupId`. */
  readonly controlId?: string;
  readonly groupId?: string;
  readonly required?: boolean;
  readonly hint?: ReactNode;
  readonly fault?: FieldFault | undefined;
  readonly children: ReactNode;
}

/** A control with its label, whether it is required or wrong (as a word, not only a mark) and a hint. */
export function Field(props: FieldProps) {
  const { words } = useLanguage();
  const { label, controlId, groupId, required = false, hint, fault, children } = props;
  const caption = (
    <>
      {label}
      {required && <span className="field-required">{words.required}</span>}
      {fault && (
        <span className="field-fault" data-testid={testIds.fieldFault}>
          <ExclamationCircleFilled aria-hidden /> {words.fieldFault[fault]}
        </span>
      )}
    </>
  );
  return (
    <div
      className={fault ? 'field field-faulty' : 'field'}
      {...(groupId === undefined ? {} : { role: 'group', 'aria-labelledby': groupId })}
    >
      {groupId === undefined ? (
        <label className="field-label" htmlFor={controlId}>
          {caption}
        </label>
      ) : (
        <span className="field-label" id={groupId}>
          {caption}
        </span>
      )}
      {children}
      {hint && <span className="field-hint">{hint}</span>}
    </div>
  );
}
