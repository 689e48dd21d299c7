import type { Me } from '../../contract/session-contract.ts';
import { instantOf } from '../../model/read-time.ts';
import type { Ask } from './ask.ts';

/** The clock of a running system: domain time, which a demonstration runs faster. */
export interface SystemClock {
  readonly factor: number;
  now(): number;
  /** Milliseconds of the wall clock until a domain instant. */
  until(instant: number): number;
}

/** Reads what time it is there; none where it does not answer. */
export async function readSystemClock(ask: Ask): Promise<SystemClock | undefined> {
  const asked = Date.now();
  const answer = await ask({ path: '/api/session' });
  if (answer?.status !== 200) return undefined;
  const { clock } = answer.body as Me;
  const { factor } = clock;
  // It was so at some moment between question and answer.
  const wall = (asked + Date.now()) / 2;
  const domain = instantOf(clock.now);
  const now = () => Math.floor(domain + (Date.now() - wall) * factor);
  return { factor, now, until: (instant) => Math.max(0, (instant - now()) / factor) };
}
