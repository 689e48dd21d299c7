import { Button } from 'antd';
import { useState, type FormEvent } from 'react';
import type { Me } from '../../contract/session-contract.ts';
import { useLanguage } from '../language/use-language.ts';
import { useServer } from '../server/use-server.ts';
import { testIds } from '../test-ids.ts';
import { PasswordInput } from './password-input.tsx';
import { SessionFailure } from './session-failure.tsx';
import { useConfirm } from './use-confirm.ts';

/** The password of who is signed in, once more. */
export function ConfirmForm({ me }: { readonly me: Me }) {
  const { words, read } = useLanguage();
  const { confirmation } = useServer();
  const { busy, failure, confirm } = useConfirm();
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (password && !busy) void confirm(password);
  };
  return (
    <form className="stack" onSubmit={submit}>
      {/* Which password it is, for what fills it in. */}
      <input hidden readOnly autoComplete="username" value={me.person} />
      <PasswordInput
        label={words.passwordOf(read(me.name))}
        value={password}
        onChange={setPassword}
        autoFocus
        testId={testIds.confirmPassword}
      />
      <SessionFailure failure={failure} testId={testIds.confirmFailure} />
      <Button
        type="primary"
        htmlType="submit"
        size="large"
        block
        loading={busy}
        disabled={!password}
        data-testid={testIds.confirmSubmit}
      >
        {words.confirmAndSend}
      </Button>
      <Button
        size="large"
        block
        disabled={busy}
        onClick={() => confirmation.answer(false)}
        data-testid={testIds.confirmCancel}
      >
        {words.confirmNot}
      </Button>
    </form>
  );
}
