import { DisconnectOutlined } from '@ant-design/icons';
import { useLanguage } from '../language/use-language.ts';
import { useObservable } from '../server/use-observable.ts';
import { useServer } from '../server/use-server.ts';
import { testIds } from '../test-ids.ts';

/** Says that what is shown may be old. */
export function ConnectionBanner() {
  const { words } = useLanguage();
  const { reachable, live } = useServer();
  const isReachable = useObservable(reachable);
  const isLive = useObservable(live);
  if (isReachable && isLive) return null;
  return (
    <p className="connection-banner" role="status" data-testid={testIds.connectionBanner}>
      <DisconnectOutlined aria-hidden /> {isReachable ? words.notLive : words.offline}
    </p>
  );
}
