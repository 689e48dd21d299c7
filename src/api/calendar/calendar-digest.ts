import { createHash } from 'node:crypto';
import type { Calendar } from '../../model/calendar.ts';
import { contentText } from '../../model/content-text.ts';

/** Names a calendar by its content, which is public. */
export const calendarDigest = (calendar: Calendar | null): string =>
  createHash('sha256').update(contentText(calendar)).digest('hex');
