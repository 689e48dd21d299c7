import { BellFilled, CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useLanguage } from '../language/use-language.ts';
import { PlaceLink } from '../routing/place-link.tsx';
import { useObservable } from '../server/use-observable.ts';
import { useServer } from '../server/use-server.ts';
import { testIds } from '../test-ids.ts';

/** The last notice to me, until I have looked at it. It has its own place and covers nothing that is being read. */
export function News() {
  const { words, read } = useLanguage();
  const { news } = useServer();
  const told = useObservable(news);
  const forget = () => news.set(undefined);
  return (
    <div role="status" aria-live="polite">
      {told && (
        <p className="news" data-testid={testIds.news}>
          <BellFilled aria-hidden />
          <PlaceLink to={{ page: 'incident', incident: told.incident }} follow={forget}>
            {read(told.text)} <code>{told.incident}</code>
          </PlaceLink>
          <Button
            type="text"
            icon={<CloseOutlined aria-hidden />}
            aria-label={words.newsForget}
            title={words.newsForget}
            onClick={forget}
          />
        </p>
      )}
    </div>
  );
}
