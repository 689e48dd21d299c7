import type { Instant } from '../../model/instant.ts';
import { writeMoment } from '../../model/write-moment.ts';

/** An instant as ISO 8601 in UTC. */
export const moment = (instant: Instant): string => writeMoment(instant);
