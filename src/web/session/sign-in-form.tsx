import { Button, Input } from 'antd';
import { useId, useState, type FormEvent } from 'react';
import type { Me } from '../../contract/session-contract.ts';
import { useLanguage } from '../language/use-language.ts';
import { testIds } from '../test-ids.ts';
import { PasswordInput } from './password-input.tsx';
import { SessionFailure } from './session-failure.tsx';
import { useSignIn } from './use-sign-in.ts';

export function SignInForm({ before }: { readonly before?: Me | undefined }) {
  const { words } = useLanguage();
  const { busy, failure, signIn } = useSignIn(before);
  const [name, setName] = useState(before?.person ?? '');
  const [password, setPassword] = useState('');
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name && password) void signIn({ name: name.trim(), password });
  };
  return (
    <form className="stack" onSubmit={submit} data-testid={testIds.signInForm}>
      <label className="field" htmlFor={`${id}-name`}>
        <span className="field-label">{words.signInName}</span>
        <Input
          id={`${id}-name`}
          size="large"
          autoComplete="username"
          autoCapitalize="none"
          value={name}
          onChange={(event) => setName(event.target.value)}
          data-testid={testIds.signInName}
        />
      </label>
      <PasswordInput
        label={words.signInPassword}
        value={password}
        onChange={setPassword}
        autoFocus={before !== undefined}
        testId={testIds.signInPassword}
      />
      <SessionFailure failure={failure} testId={testIds.signInFailure} />
      <Button
        type="primary"
        htmlType="submit"
        size="large"
        block
        loading={busy}
        disabled={!name || !password}
        data-testid={testIds.signInSubmit}
      >
        {words.signIn}
      </Button>
    </form>
  );
}
