/** What a file of the language can be; each has a schema. */
export type SourceKind =
  'standard' | 'procedure' | 'part' | 'vocabulary' | 'scenario' | 'rule-set' | 'ladder' | 'cases';
