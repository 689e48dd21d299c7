import { Input } from 'antd';
import { useId } from 'react';

interface PasswordInputProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (typed: string) => void;
  readonly autoFocus: boolean;
  readonly testId: string;
}

/** A field for the password of an account, under its label. */
export function PasswordInput({ label, value, onChange, autoFocus, testId }: PasswordInputProps) {
  const id = useId();
  return (
    <label className="field" htmlFor={id}>
      <span className="field-label">{label}</span>
      <Input.Password
        id={id}
        size="large"
        autoComplete="current-password"
        autoFocus={autoFocus}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        data-testid={testId}
      />
    </label>
  );
}
