import { Alert } from 'antd';
import type { Text } from '../../model/text.ts';
import { useLanguage } from '../language/use-language.ts';
import { PlaceLink } from '../routing/place-link.tsx';
import type { RequestFailure } from '../server/request-failure.ts';
import { testIds } from '../test-ids.ts';
import { StandingLists } from './standing-lists.tsx';

interface FailureAlertProps {
  readonly failure: RequestFailure | undefined;
  /** Where the refusal's steps can be gone to. */
  readonly incident?: string;
  /** Titles that the page knows and the refusal may lack. */
  readonly titles?: Readonly<Record<string, Text>>;
}

/** Why an act was not taken, at the form: what is open, waiting, undecided, and what is needed. */
export function FailureAlert({ failure, incident, titles }: FailureAlertProps) {
  const { words, read } = useLanguage();
  if (!failure) return null;
  const { kind, problem } = failure;
  const reused = problem?.code === 'key-reused';
  const known = { ...titles, ...problem?.titles };
  const nameOf = (id: string) => (known[id] ? read(known[id]) : id);
  const reason = problem?.text ? read(problem.text) : problem?.title;
  return (
    <Alert
      type={kind === 'refused' ? 'warning' : 'error'}
      showIcon
      role="alert"
      data-testid={testIds.refusal}
      data-code={problem?.code ?? kind}
      title={kind === 'refused' ? (reused ? words.keyReused : reason) : words.failure[kind]}
      description={
        problem && (
          <div className="stack-tight">
            {kind !== 'refused' && reason}
            {problem.detail && problem.detail !== reason && <span>{problem.detail}</span>}
            {problem.doneBy && <span>{words.alreadyBy(nameOf(problem.doneBy))}</span>}
            {problem.role && <span>{words.needsRole(nameOf(problem.role))}</span>}
            <StandingLists standing={problem} titles={known} incident={incident} />
            {reused && incident && (
              <PlaceLink to={{ page: 'incident', incident }}>{words.toIncident}</PlaceLink>
            )}
          </div>
        )
      }
    />
  );
}
