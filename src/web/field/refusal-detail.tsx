import type { ProblemDetails } from '../../contract/problem-contract.ts';
import type { Text } from '../../model/text.ts';
import { useLanguage } from '../language/use-language.ts';
import { PlaceLink } from '../routing/place-link.tsx';
import { fieldTitles } from './field-titles.ts';
import { StandingLists } from './standing-lists.tsx';

interface RefusalDetailProps {
  readonly problem: ProblemDetails;
  readonly incident: string | undefined;
  readonly titles: Readonly<Record<string, Text>>;
}

/** The detail of a refusal besides its reason: fields, people, roles and steps. */
export function RefusalDetail({ problem, incident, titles }: RefusalDetailProps) {
  const { words, read } = useLanguage();
  const { code, detail, doneBy, role, errors = [] } = problem;
  const known = { ...fieldTitles, ...titles, ...problem.titles };
  const nameOf = (id: string) => (known[id] ? read(known[id]) : id);
  const reasons = [problem.title, problem.text && read(problem.text)];
  return (
    <>
      {/* Where fields are named, the detail says the same by their names in the request. */}
      {detail && errors.length === 0 && !reasons.includes(detail) && <span>{detail}</span>}
      {errors.map(({ pointer, detail: wrong }) => (
        <span key={pointer}>
          {nameOf(pointer.split('/').at(-1) ?? pointer)}
          {words.colon}
          {read(wrong)}
        </span>
      ))}
      {doneBy && <span>{words.alreadyBy(nameOf(doneBy))}</span>}
      {role && <span>{words.needsRole(nameOf(role))}</span>}
      <StandingLists standing={problem} titles={known} incident={incident} />
      {code === 'key-reused' && incident && (
        <PlaceLink to={{ page: 'incident', incident }}>{words.toIncident}</PlaceLink>
      )}
    </>
  );
}
