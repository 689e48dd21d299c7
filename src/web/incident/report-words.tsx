import { EnvironmentOutlined, PhoneOutlined } from '@ant-design/icons';
import type { IncidentView } from '../../contract/incident-contract.ts';

interface ReportWordsProps {
  readonly report: IncidentView['reports'][number];
}

/** The words of a report, its place, and whom to call back. */
export function ReportWords({ report: { text, place, reporter, phone } }: ReportWordsProps) {
  return (
    <>
      {text && <p className="report-text">{text}</p>}
      {place && (
        <span>
          <EnvironmentOutlined aria-hidden /> {place}
        </span>
      )}
      {(reporter || phone) && (
        <span>
          {reporter}{' '}
          {phone && (
            <a className="report-phone" href={`tel:${phone}`}>
              <PhoneOutlined aria-hidden /> {phone}
            </a>
          )}
        </span>
      )}
    </>
  );
}
