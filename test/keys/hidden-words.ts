/**
 * Words with a meaning of their own where the schema takes any id, so that it cannot name them: by the beginning of the
 * key and its end.
 */
export const hiddenWords: readonly (readonly [string, string, readonly string[]])[] = [
  ['step', '> due {within} > after', ['report', 'opening']],
  ['step', '> due {by} > after', ['report', 'opening']],
  ['second-person', '> due {within} > after', ['report', 'proposed']],
  ['second-person', '> due {by} > after', ['report', 'proposed']],
  ['step', '> one-per', ['incident']],
];
