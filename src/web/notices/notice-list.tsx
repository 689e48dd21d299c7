import type { Notices } from '../../contract/directory-contract.ts';
import { formatMoment } from '../clock/format-moment.ts';
import { useLanguage } from '../language/use-language.ts';
import { PlaceLink } from '../routing/place-link.tsx';
import { testIds } from '../test-ids.ts';

interface NoticeListProps {
  readonly notices: Notices['notices'];
  /** Somebody goes to the incident of a notice. */
  readonly follow: () => void;
}

export function NoticeList({ notices, follow }: NoticeListProps) {
  const { language, words, read } = useLanguage();
  if (notices.length === 0) return <p className="quiet">{words.noNotices}</p>;
  return (
    <ul className="notice-list" data-testid={testIds.noticeList}>
      {notices.map(({ id, incident, at, text }) => (
        <li key={id}>
          <PlaceLink follow={follow} to={{ page: 'incident', incident }}>
            {read(text)}
          </PlaceLink>
          <small className="quiet">
            {formatMoment(at, language, 'second')} · {incident}
          </small>
        </li>
      ))}
    </ul>
  );
}
