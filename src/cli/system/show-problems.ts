import type { Language } from '../../diagnostics/language.ts';
import { checkTree } from '../check/check-tree.ts';

/** Shows what is wrong with the files of a root, as `check` does. */
export const showProblems = async (root: string, lang: Language): Promise<void> => {
  const { text } = await checkTree({ paths: [], root, format: 'pretty', lang });
  process.stderr.write(text);
};
