import type { IncidentView } from '../../contract/incident-contract.ts';
import { instantOf } from '../../model/read-time.ts';
import { formatMoment } from '../clock/format-moment.ts';
import { useLanguage } from '../language/use-language.ts';
import { testIds } from '../test-ids.ts';

const gapShown = 60_000;

/** One line of the log. What was recorded later than it happened shows both times. */
export function LogLineItem({ line }: { readonly line: IncidentView['log'][number] }) {
  const { language, words, read } = useLanguage();
  const time = (moment: string) => formatMoment(moment, language, 'second');
  return (
    <li data-testid={testIds.logLine} data-kind={line.kind}>
      <small className="quiet">
        <span title={line.hash}>{line.seq}</span> · <time dateTime={line.at}>{time(line.at)}</time>
        {line.by && ` · ${read(line.by.name)}`}
        {instantOf(line.recorded) - instantOf(line.at) >= gapShown &&
          ` · ${words.logRecorded(time(line.recorded))}`}
      </small>
      <span>
        {read(line.text)}
        {line.reason && `${words.colon}${read(line.reason)}`}
      </span>
      {line.note && <q>{line.note}</q>}
    </li>
  );
}
