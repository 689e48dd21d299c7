import { Alert } from 'antd';
import { useLanguage } from '../language/use-language.ts';
import type { RequestFailure } from '../server/request-failure.ts';

interface SessionFailureProps {
  readonly failure: RequestFailure | undefined;
  readonly testId: string;
}

/** The reason why a password was not taken. */
export function SessionFailure({ failure, testId }: SessionFailureProps) {
  const { words, read } = useLanguage();
  if (!failure) return null;
  const { kind, problem } = failure;
  return (
    <Alert
      type="error"
      showIcon
      title={problem?.text ? read(problem.text) : words.failure[kind]}
      data-testid={testId}
    />
  );
}
