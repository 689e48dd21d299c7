import {
  CheckCircleOutlined,
  EnvironmentOutlined,
  ExclamationCircleFilled,
  EyeInvisibleOutlined,
} from '@ant-design/icons';
import { Tag } from 'antd';
import type { IncidentList } from '../../contract/incident-contract.ts';
import { Countdown } from '../clock/countdown.tsx';
import { formatMoment } from '../clock/format-moment.ts';
import { useLanguage } from '../language/use-language.ts';
import { PlaceLink } from '../routing/place-link.tsx';
import { testIds } from '../test-ids.ts';
import { NobodyPrompted } from './nobody-prompted.tsx';

interface IncidentRowProps {
  readonly incident: IncidentList['incidents'][number];
}

export function IncidentRow({ incident }: IncidentRowProps) {
  const { language, words, read } = useLanguage();
  const { id, standard, priority, unit, place, hidden } = incident;
  const { reportedAt, closedAt, nextDue, late, nobodyPrompted, openSteps } = incident;
  return (
    <PlaceLink
      to={{ page: 'incident', incident: id }}
      className={`incident-row ${nobodyPrompted || late > 0 ? 'incident-row-late' : ''}`}
      testId={testIds.incidentRow(id)}
    >
      <span className="incident-row-title">
        <strong>{read(standard.title)}</strong> <Tag>{words.priority(priority)}</Tag>
      </span>
      {incident.words && <span className="incident-row-words">{incident.words}</span>}
      {place && (
        <span>
          <EnvironmentOutlined aria-hidden /> {place}
        </span>
      )}
      {hidden && (
        <span className="quiet">
          <EyeInvisibleOutlined aria-hidden /> {words.hidden}
        </span>
      )}
      <span className="quiet">
        {read(unit.name)} · {formatMoment(reportedAt, language)}
      </span>
      <span className="row">
        {closedAt ? (
          <span className="done-word">
            <CheckCircleOutlined aria-hidden /> {words.closedAt(formatMoment(closedAt, language))}
          </span>
        ) : (
          <>
            {nextDue && <Countdown due={nextDue} />}
            {late > 0 && (
              <strong className="late-word">
                <ExclamationCircleFilled aria-hidden /> {words.incidentsLateSteps(late)}
              </strong>
            )}
            {nobodyPrompted ? (
              <NobodyPrompted waitsFor={incident.waitsFor ?? []} />
            ) : (
              <span>{words.incidentsOpenSteps(openSteps)}</span>
            )}
          </>
        )}
      </span>
      <code className="quiet">{id}</code>
    </PlaceLink>
  );
}
