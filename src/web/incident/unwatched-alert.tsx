import { Alert } from 'antd';
import type { Text } from '../../model/text.ts';
import { useLanguage } from '../language/use-language.ts';
import { testIds } from '../test-ids.ts';

/** Says that nobody can count on the limits of the incident, and why. */
export function UnwatchedAlert({ why }: { readonly why: Text }) {
  const { read, words } = useLanguage();
  return (
    <Alert
      type="error"
      showIcon
      data-testid={testIds.unwatched}
      message={words.unwatched}
      description={read(why)}
    />
  );
}
