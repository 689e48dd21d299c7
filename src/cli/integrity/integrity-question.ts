import type { DamagedPage } from '../../store/embedded/damaged-page.ts';

/** What a thread is to look through. */
export type IntegrityQuestion =
  | { readonly what: 'histories'; readonly file: string }
  | { readonly what: 'database'; readonly folder: string };

/** What a thread tells: that it has read what it needs, or what it found. */
export type IntegrityNews =
  'read' | { readonly flaw: string | undefined } | { readonly damaged: DamagedPage | undefined };
