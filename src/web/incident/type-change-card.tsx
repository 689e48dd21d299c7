import type { IncidentView } from '../../contract/incident-contract.ts';
import { formatMoment } from '../clock/format-moment.ts';
import { listText } from '../language/list-text.ts';
import { useLanguage } from '../language/use-language.ts';
import { testIds } from '../test-ids.ts';

interface TypeChangeCardProps {
  readonly change: NonNullable<IncidentView['typeChange']>;
}

/** Why the type is what it is now: what the standard foresees, or what a person noted. */
export function TypeChangeCard({ change }: TypeChangeCardProps) {
  const { language, words, read } = useLanguage();
  const { from, to, at, by, because, basis, note } = change;
  return (
    <section className="decision stack-tight" data-testid={testIds.typeChange}>
      <h3>
        {words.typeChanged}
        {words.colon}
        <strong>{read(to)}</strong>
      </h3>
      <ul className="plain-list">
        {because && (
          <li>
            {read(because)}
            {basis.length > 0 && (
              <small className="quiet">
                {' '}
                {listText(
                  basis.map(({ title }) => read(title)),
                  language,
                )}
              </small>
            )}
          </li>
        )}
        {note !== undefined && <li>{note}</li>}
        <li className="quiet">
          {words.firstTaken(read(from))} · {formatMoment(at, language)}
          {by && ` · ${read(by.name)}`}
        </li>
      </ul>
    </section>
  );
}
