import { Alert } from 'antd';
import type { Text } from '../../model/text.ts';
import { useLanguage } from '../language/use-language.ts';
import type { RequestFailure } from '../server/request-failure.ts';
import { testIds } from '../test-ids.ts';
import { RefusalDetail } from './refusal-detail.tsx';
import { refusalHasDetail } from './refusal-has-detail.ts';

interface FailureAlertProps {
  readonly failure: RequestFailure | undefined;
  /** Where the refusal's steps can be gone to. */
  readonly incident?: string;
  /** It was only read: nothing was sent that could be lost. */
  readonly reading?: boolean;
  /** Titles that the page knows and the refusal may lack. */
  readonly titles?: Readonly<Record<string, Text>>;
}

/** Why an act was not taken, at the form: what is open, waiting, undecided, and what is needed. */
export function FailureAlert({
  failure,
  incident,
  reading = false,
  titles = {},
}: FailureAlertProps) {
  const { words, read } = useLanguage();
  if (!failure) return null;
  const { kind, problem } = failure;
  const refused = kind === 'refused';
  const isLater = kind === 'later';
  const reason = problem?.text ? read(problem.text) : problem?.title;
  return (
    <Alert
      type={refused || isLater ? 'warning' : 'error'}
      showIcon
      role="alert"
      data-testid={testIds.refusal}
      data-code={problem?.code ?? kind}
      title={
        refused
          ? problem?.code === 'key-reused'
            ? words.keyReused
            : reason
          : isLater
            ? (reason ?? (reading ? words.readFailure : words.failure).later)
            : (reading ? words.readFailure : words.failure)[kind]
      }
      description={
        isLater
          ? words.againIn(failure.retryAfterSeconds)
          : problem &&
            (!refused || refusalHasDetail(problem)) && (
              <div className="stack-tight">
                {!refused && reason}
                <RefusalDetail problem={problem} incident={incident} titles={titles} />
              </div>
            )
      }
    />
  );
}
