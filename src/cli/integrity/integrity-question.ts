import type { DamagedPage } from '../../store/embedded/damaged-page.ts';

/** A request to a thread: what it is to look through. */
export type IntegrityQuestion =
  | { readonly what: 'histories'; readonly file: string }
  | { readonly what: 'database'; readonly folder: string };

/** A message from a thread: that it has read what it needs, or what it found. */
export type IntegrityNews =
  'read' | { readonly flaw: string | undefined } | { readonly damaged: DamagedPage | undefined };
