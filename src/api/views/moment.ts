import type { Instant } from '../../model/instant.ts';

/** An instant as ISO 8601 in UTC. */
export const moment = (instant: Instant): string => new Date(instant).toISOString();
