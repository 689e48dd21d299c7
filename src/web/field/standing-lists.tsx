import type { Text } from '../../model/text.ts';
import { useLanguage } from '../language/use-language.ts';
import { PlaceLink } from '../routing/place-link.tsx';
import { testIds } from '../test-ids.ts';

const ways = ['open', 'waiting', 'undecided', 'unconfirmed', 'missing'] as const;

interface StandingListsProps {
  /** Ids of steps, facts or evidence by how they stand. */
  readonly standing: Readonly<Partial<Record<(typeof ways)[number], readonly string[]>>>;
  readonly titles: Readonly<Record<string, Text>>;
  readonly incident: string | undefined;
}

/** Lists of what is still open, waiting, undecided, unconfirmed or missing, each by name. */
export function StandingLists({ standing, titles, incident }: StandingListsProps) {
  const { words, read } = useLanguage();
  return (
    <>
      {ways.map((way) => {
        const ids = standing[way] ?? [];
        if (ids.length === 0) return null;
        return (
          <div key={way} data-testid={testIds.standing(way)}>
            <strong>{words.standing[way]}</strong>
            <ul className="named-list">
              {ids.map((id) => {
                const title = titles[id] ? read(titles[id]) : id;
                const isStep = way !== 'missing' && incident !== undefined;
                return (
                  <li key={id}>
                    {isStep ? (
                      <PlaceLink to={{ page: 'step', incident, step: id }}>{title}</PlaceLink>
                    ) : (
                      title
                    )}
                  </li>
                );
              })}
            </ul>
          </div>
        );
      })}
    </>
  );
}
