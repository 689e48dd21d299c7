import type { IncidentView } from '../../contract/incident-contract.ts';
import type { ProblemDetails } from '../../contract/problem-contract.ts';

const ways = ['open', 'waiting', 'undecided', 'unconfirmed'] as const;

/** True where a refusal to close names the very steps that the incident does: once is enough. */
export const sameStanding = (
  closing: Pick<IncidentView['closing'], (typeof ways)[number]>,
  refusal: Pick<ProblemDetails, (typeof ways)[number]> | undefined,
): boolean =>
  refusal !== undefined &&
  ways.every((way) => closing[way].join('\n') === (refusal[way] ?? []).join('\n'));
