import { Modal } from 'antd';
import { useEffect } from 'react';
import type { Me } from '../../contract/session-contract.ts';
import { useLanguage } from '../language/use-language.ts';
import { sessionPath } from '../server/session-path.ts';
import { useServer } from '../server/use-server.ts';
import { testIds } from '../test-ids.ts';
import { SignInForm } from './sign-in-form.tsx';

/** Over the page when the session ends: what was typed below stays. */
export function SignInDialog({ before, open }: { readonly before: Me; readonly open: boolean }) {
  const { words } = useLanguage();
  const { queries } = useServer();
  // Another tab may have signed in meanwhile.
  useEffect(() => {
    if (!open) return;
    const shown = () => {
      if (document.visibilityState === 'visible') queries.refresh((path) => path === sessionPath);
    };
    document.addEventListener('visibilitychange', shown);
    return () => document.removeEventListener('visibilitychange', shown);
  }, [open, queries]);
  return (
    <Modal
      open={open}
      title={words.signInAgain}
      footer={null}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      destroyOnHidden
    >
      <div className="stack" data-testid={testIds.signInDialog}>
        <p>{words.signInAgainWhy}</p>
        <SignInForm before={before} />
      </div>
    </Modal>
  );
}
