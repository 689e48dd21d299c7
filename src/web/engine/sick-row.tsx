import { Card } from 'antd';
import type { SickIncident } from '../../contract/engine-contract.ts';
import { formatMoment } from '../clock/format-moment.ts';
import { useLanguage } from '../language/use-language.ts';
import { PlaceLink } from '../routing/place-link.tsx';
import { testIds } from '../test-ids.ts';
import { engineWords } from './engine-words.ts';

/** One incident that does not go on: since when, why, and what to do. */
export function SickRow({ sick }: { readonly sick: SickIncident }) {
  const { language, read } = useLanguage();
  const { incident, says, help, since, detail } = sick;
  return (
    <Card size="small" className="incident-row-late" data-testid={testIds.sickRow(incident)}>
      <PlaceLink to={{ page: 'incident', incident }} testId={testIds.incidentRow(incident)}>
        <strong>{incident}</strong>
      </PlaceLink>
      <p className="late-word">{read(says)}</p>
      <p>{read(help)}</p>
      <p className="quiet">
        {engineWords[language].since(formatMoment(since, language))}
        {detail !== undefined && ` · ${read(detail)}`}
      </p>
    </Card>
  );
}
