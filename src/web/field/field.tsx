import type { ReactNode } from 'react';
import { useLanguage } from '../language/use-language.ts';

interface FieldProps {
  readonly label: ReactNode;
  /** The control it labels; a group of controls labels itself with `groupId`. */
  readonly controlId?: string;
  readonly groupId?: string;
  readonly required?: boolean;
  readonly hint?: ReactNode;
  readonly children: ReactNode;
}

/** A control with its label, whether it is required (as a word, not only a mark) and a hint. */
export function Field({ label, controlId, groupId, required = false, hint, children }: FieldProps) {
  const { words } = useLanguage();
  const caption = (
    <>
      {label}
      {required && <span className="field-required">{words.required}</span>}
    </>
  );
  return (
    <div
      className="field"
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
