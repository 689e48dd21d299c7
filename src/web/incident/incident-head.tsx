import { CheckCircleOutlined, EyeInvisibleOutlined } from '@ant-design/icons';
import { Tag } from 'antd';
import type { IncidentView } from '../../contract/incident-contract.ts';
import { formatMoment } from '../clock/format-moment.ts';
import { NobodyPrompted } from '../incidents/nobody-prompted.tsx';
import { useLanguage } from '../language/use-language.ts';
import { testIds } from '../test-ids.ts';
import { StandardLine } from './standard-line.tsx';

export function IncidentHead({ incident }: { readonly incident: IncidentView }) {
  const { language, words, read } = useLanguage();
  const { standard, first, beside, priority, unit, closedAt } = incident;
  return (
    <header className="stack-tight">
      <h1>{read(standard.title)}</h1>
      <StandardLine standard={standard} />
      <div className="row">
        <Tag>{words.priority(priority)}</Tag>
        {first.id !== standard.id && <Tag>{words.firstTaken(read(first.title))}</Tag>}
        {beside.map(({ id, title }) => (
          <Tag key={id}>{words.beside(read(title))}</Tag>
        ))}
        {closedAt && (
          <Tag
            icon={<CheckCircleOutlined aria-hidden />}
            className="done-word"
            data-testid={testIds.closed}
          >
            {words.closedAt(formatMoment(closedAt, language, 'second'))}
          </Tag>
        )}
        {incident.hidden && <Tag icon={<EyeInvisibleOutlined aria-hidden />}>{words.hidden}</Tag>}
      </div>
      {incident.nobodyPrompted && <NobodyPrompted waitsFor={incident.nobodyPrompted.waitsFor} />}
      <p className="quiet">
        {read(unit.name)} · {words.reportedAt} {formatMoment(incident.reportedAt, language, 'full')}{' '}
        · <code>{incident.id}</code> · {words.release} <code>{incident.release.slice(0, 12)}</code>
      </p>
    </header>
  );
}
