import { Empty, Input, Segmented, Skeleton } from 'antd';
import { useState } from 'react';
import type { IncidentList } from '../../contract/incident-contract.ts';
import { FailureAlert } from '../field/failure-alert.tsx';
import { useLanguage } from '../language/use-language.ts';
import { useQuery } from '../server/use-query.ts';
import { testIds } from '../test-ids.ts';
import { IncidentRow } from './incident-row.tsx';
import { isSought } from './is-sought.ts';

type Shown = 'running' | 'closed' | 'all';

/** The incidents that I may see, late and nearest due first as the server sorted them. */
export function IncidentsPage() {
  const { words, read } = useLanguage();
  const { data, failure } = useQuery<IncidentList>('/api/incidents');
  const [shown, show] = useState<Shown>('running');
  const [sought, seek] = useState('');
  if (!data) return failure ? <FailureAlert failure={failure} reading /> : <Skeleton active />;
  const found = data.incidents.filter(
    (incident) => isShown(incident, shown) && isSought(incident, sought, read),
  );
  return (
    <section className="stack" data-testid={testIds.incidentsPage}>
      <h1>{words.incidents}</h1>
      <div className="row">
        <Segmented<Shown>
          size="large"
          options={[
            { value: 'running', label: words.incidentsRunning },
            { value: 'closed', label: words.incidentsClosed },
            { value: 'all', label: words.incidentsAll },
          ]}
          value={shown}
          onChange={show}
          data-testid={testIds.incidentsShown}
        />
        <Input
          className="search"
          size="large"
          allowClear
          placeholder={words.incidentsFind}
          aria-label={words.incidentsFind}
          value={sought}
          onChange={(event) => seek(event.target.value)}
          data-testid={testIds.incidentsFind}
        />
      </div>
      {found.length === 0 ? (
        <Empty description={words.incidentsNone} />
      ) : (
        <ul className="incident-list">
          {found.map((incident) => (
            <li key={incident.id}>
              <IncidentRow incident={incident} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const isShown = ({ closedAt }: IncidentList['incidents'][number], shown: Shown) =>
  shown === 'all' || (closedAt !== undefined) === (shown === 'closed');
