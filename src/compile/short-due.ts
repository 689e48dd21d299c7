import type { DueSource } from '../model/source/due-source.ts';

/** The two words of a due in its short form, `5m after report`; nothing for the long form. */
export function shortDue(source: DueSource): { within: string; after: string } | undefined {
  if (typeof source !== 'string') return undefined;
  const [within = '', after = ''] = source.split(' after ');
  return { within, after };
}
