import { Button, Spin } from 'antd';
import { usePageTitle } from '../layout/use-page-title.ts';
import { useLanguage } from '../language/use-language.ts';
import type { RequestFailure } from '../server/request-failure.ts';
import { useServer } from '../server/use-server.ts';
import { SignInPage } from './sign-in-page.tsx';

/** Before anybody is known: the sign-in, or why there is none. */
export function NobodyYet({ failure }: { readonly failure: RequestFailure | undefined }) {
  const { words } = useLanguage();
  const { queries } = useServer();
  usePageTitle();
  if (failure?.kind === 'signed-out') return <SignInPage />;
  if (!failure) return <Spin className="page-wait" size="large" />;
  return (
    <main className="page-wait stack">
      <p>{words.cannotReach}</p>
      <Button type="primary" size="large" onClick={() => queries.refresh(() => true)}>
        {words.tryAgain}
      </Button>
    </main>
  );
}
