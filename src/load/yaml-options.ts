/** YAML 1.2. Keys are always texts (`1:` too), and are told apart in readNode: the parser compares each with each. */
export const yamlOptions = {
  version: '1.2',
  schema: 'core',
  stringKeys: true,
  uniqueKeys: false,
  merge: false,
  prettyErrors: false,
  logLevel: 'silent',
} as const;
