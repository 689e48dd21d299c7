import type { ReactNode } from 'react';
import { useLanguage } from '../language/use-language.ts';
import { DueRow } from './due-row.tsx';
import type { DuesPart } from './dues-now.ts';

interface DueListProps {
  readonly title: string;
  readonly icon: ReactNode;
  readonly className?: string;
  /** The text where nothing is due. */
  readonly nothing: string;
  readonly part: DuesPart;
  readonly testId: string;
}

/** One part of the list, with how many there are. */
export function DueList({ title, icon, className = '', nothing, part, testId }: DueListProps) {
  const { words } = useLanguage();
  const { lines, total } = part;
  return (
    <section className="stack-tight" aria-label={title} data-testid={testId} data-count={total}>
      <h2 className={className}>
        {icon} {title} <span className="count">{total}</span>
      </h2>
      {lines.length === 0 ? (
        <p className="quiet">{nothing}</p>
      ) : (
        <ul className="due-list">
          {lines.map((line) => (
            <li key={`${line.incident} ${line.step?.id} ${line.wants}`}>
              <DueRow line={line} />
            </li>
          ))}
        </ul>
      )}
      {total > lines.length && <p className="quiet">{words.duesMore(total - lines.length)}</p>}
    </section>
  );
}
