import { Alert, Button, Input } from 'antd';
import { useId, useState, type FormEvent } from 'react';
import type { Me } from '../../contract/session-contract.ts';
import { useLanguage } from '../language/use-language.ts';
import { useServer } from '../server/use-server.ts';
import { testIds } from '../test-ids.ts';
import { useConfirm } from './use-confirm.ts';

/** The password of who is signed in, once more. */
export function ConfirmForm({ me }: { readonly me: Me }) {
  const { words, read } = useLanguage();
  const { confirmation } = useServer();
  const { busy, failure, confirm } = useConfirm();
  const [password, setPassword] = useState('');
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (password && !busy) void confirm(password);
  };
  return (
    <form className="stack" onSubmit={submit}>
      {/* Which password it is, for what fills it in. */}
      <input hidden readOnly autoComplete="username" value={me.person} />
      <label className="field" htmlFor={`${id}-password`}>
        <span className="field-label">{words.passwordOf(read(me.name))}</span>
        <Input.Password
          id={`${id}-password`}
          size="large"
          autoComplete="current-password"
          autoFocus
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          data-testid={testIds.confirmPassword}
        />
      </label>
      {failure && (
        <Alert
          type="error"
          showIcon
          title={failure.problem?.text ? read(failure.problem.text) : words.failure[failure.kind]}
          data-testid={testIds.confirmFailure}
        />
      )}
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
