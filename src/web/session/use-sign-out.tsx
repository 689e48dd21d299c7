import { App } from 'antd';
import { draftStore } from '../draft/draft-store.ts';
import { tabStorage } from '../draft/tab-storage.ts';
import { useLanguage } from '../language/use-language.ts';
import { sessionPath } from '../server/session-path.ts';
import { useServer } from '../server/use-server.ts';
import { testIds } from '../test-ids.ts';
import { useMe } from './use-me.ts';

/**
 * Signs out and loads the page anew, so that nothing of the person stays in it. Where something was typed and not sent
 * it asks first.
 */
export function useSignOut(): () => void {
  const { send } = useServer();
  const { words } = useLanguage();
  const { modal } = App.useApp();
  const me = useMe();
  const signOut = async () => {
    try {
      await send({ method: 'DELETE', path: sessionPath });
    } finally {
      tabStorage.clear();
      location.assign('/');
    }
  };
  return () => {
    const unsent = draftStore.unsent(me.person);
    if (unsent.length === 0) return void signOut();
    void modal.confirm({
      title: words.signOutUnsent,
      content: (
        <ul data-testid={testIds.signOutUnsent}>
          {[...new Set(unsent.map((form) => titleOf(form, words.reportTitle)))].map((title) => (
            <li key={title}>{title}</li>
          ))}
        </ul>
      ),
      okText: words.signOutAnyway,
      okButtonProps: { danger: true, 'data-testid': testIds.signOutAnyway },
      cancelText: words.signOutStay,
      cancelButtonProps: { 'data-testid': testIds.signOutStay },
      // Somebody who presses Enter without reading keeps what was typed.
      autoFocusButton: 'cancel',
      onOk: signOut,
    });
  };
}

// `report`, or what is done and the number of its incident.
const titleOf = (form: string, report: string): string => form.split(' ')[1] ?? report;
