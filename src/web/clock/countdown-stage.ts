import type { Instant } from '../../model/instant.ts';

export type CountdownStage = 'calm' | 'half' | 'late';

/** Yellow from half of the time on; late only after the due instant, which itself is on time. */
export function countdownStage(times: {
  readonly opened?: Instant | undefined;
  readonly due: Instant;
  readonly now: Instant;
}): CountdownStage {
  const { opened, due, now } = times;
  if (now > due) return 'late';
  if (opened === undefined) return 'calm';
  return now - opened >= (due - opened) / 2 ? 'half' : 'calm';
}
