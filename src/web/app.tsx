import { LanguageProvider } from './language/language-provider.tsx';
import { PageFrame } from './layout/page-frame.tsx';
import { PageTheme } from './layout/page-theme.tsx';
import { ServerProvider } from './server/server-provider.tsx';
import { SessionGate } from './session/session-gate.tsx';

export function App() {
  return (
    <LanguageProvider>
      <PageTheme>
        <ServerProvider>
          <SessionGate>
            <PageFrame />
          </SessionGate>
        </ServerProvider>
      </PageTheme>
    </LanguageProvider>
  );
}
