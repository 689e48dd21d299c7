import type { Problem } from '../model/diagnostic.ts';

const shownMax = 3;

/** A problem that shows in several places, told at the first of them. */
export function toldOfSeveral(first: Problem, others: readonly Problem[]): Problem {
  const { message, related = [] } = first;
  const count = others.length + 1;
  return {
    ...first,
    message: { zh: `${message.zh}（共 ${count} 处）`, en: `${message.en} (in ${count} places)` },
    related: [
      ...related,
      ...others.slice(0, shownMax).map(({ file, path }) => ({
        file,
        path,
        message: { zh: '这里也是', en: 'here too' },
      })),
    ],
  };
}
