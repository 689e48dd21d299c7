import type { Suggested } from '../../contract/report-contract.ts';

/** Names a suggestion among those of a report: one fact may be suggested with several values. */
export const suggestionMark = ({ fact, as }: Suggested['facts'][number]): string =>
  `${fact} ${String(as)}`;
