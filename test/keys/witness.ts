/** A witness that a key is there: a story that fails without it, or a line that is no longer shown. */
export type Witness =
  | { readonly door: 'scenario'; readonly file: string }
  | { readonly door: 'case'; readonly file: string; readonly row: string }
  /** A line of an incident's page, as the API gives it to a reader after a scenario. */
  | { readonly door: 'page'; readonly file: string; readonly reader: Reader; readonly line: string }
  /** A line that a verb prints; `{report}` is what is given in a scenario. */
  | { readonly door: 'verb'; readonly verb: Verb; readonly of: string; readonly line: string }
  /** A permission of a role by the access policies, as `accessLines` says it. */
  | { readonly door: 'access'; readonly line: string }
  /** Without it `check` refuses the sources, with this code. */
  | { readonly door: 'check'; readonly code: string };

/** `part`: of the unit that handles it, with every role. `other`: an officer of the unit without a role in it. */
export type Reader = 'part' | 'other';

export type Verb =
  'explain' | 'graph' | 'simulate' | 'simulate --late' | 'simulate --story' | 'test' | 'check';
