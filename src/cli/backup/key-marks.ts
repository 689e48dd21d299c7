import type { Store } from '../../store/store.ts';

// As the checks of a start keep them: a hash of the codec key and of the digest key in use, the name and hash of each public signing key.
const settingsKeys = ['codec-key', 'digest-key', 'signing-key-api', 'signing-key-worker'] as const;

/** By what the keys are known that a database and its histories need; nothing of the keys themselves. */
export const keyMarks = async (
  settings: Pick<Store['settings'], 'get'>,
): Promise<Readonly<Record<string, unknown>>> => {
  const marks: Record<string, unknown> = {};
  for (const key of settingsKeys) {
    const mark = await settings.get(key);
    if (mark !== undefined) marks[key] = mark;
  }
  return marks;
};
