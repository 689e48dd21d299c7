import { ExclamationCircleFilled, WarningFilled } from '@ant-design/icons';
import type { IncidentList } from '../../contract/incident-contract.ts';
import { useLanguage } from '../language/use-language.ts';
import { testIds } from '../test-ids.ts';

/** The number of incidents found over all pages, and the numbers of those that want somebody now. */
export function IncidentsCount({ list }: { readonly list: IncidentList }) {
  const { words } = useLanguage();
  const { all, late, nobodyPrompted } = list;
  return (
    <p className="row" data-testid={testIds.incidentsCount} data-count={all}>
      <span>{words.incidentsCount(all)}</span>
      {nobodyPrompted > 0 && (
        <strong className="late-word">
          <WarningFilled aria-hidden /> {words.incidentsNobodyPrompted(nobodyPrompted)}
        </strong>
      )}
      {late > 0 && (
        <strong className="late-word">
          <ExclamationCircleFilled aria-hidden /> {words.incidentsLate(late)}
        </strong>
      )}
    </p>
  );
}
