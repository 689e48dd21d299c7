import { Modal } from 'antd';
import type { Me } from '../../contract/session-contract.ts';
import { useLanguage } from '../language/use-language.ts';
import { useObservable } from '../server/use-observable.ts';
import { useServer } from '../server/use-server.ts';
import { testIds } from '../test-ids.ts';
import { ConfirmForm } from './confirm-form.tsx';

/** Over the page before an agreement goes out: what was typed below stays, and is sent as it was. */
export function ConfirmDialog({ me }: { readonly me: Me }) {
  const { words } = useLanguage();
  const { confirmation } = useServer();
  const open = useObservable(confirmation.isAsked);
  return (
    <Modal
      open={open}
      title={words.confirmTitle}
      footer={null}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      destroyOnHidden
    >
      <div className="stack" data-testid={testIds.confirmDialog}>
        <p>{words.confirmWhy}</p>
        <ConfirmForm me={me} />
      </div>
    </Modal>
  );
}
