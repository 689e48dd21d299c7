/** The kind of a file of the language; each kind has a schema. */
export type SourceKind =
  'standard' | 'procedure' | 'part' | 'vocabulary' | 'scenario' | 'rule-set' | 'ladder' | 'cases';
