import type { GivenFacts } from '../model/act.ts';
import type { Settings } from '../model/settings.ts';

/** The parts of a report that rules read; its channel is not there while it is being typed. */
export interface Told {
  readonly facts: GivenFacts;
  readonly channel?: string | undefined;
  readonly zone?: string | undefined;
  readonly handledAt?: string | undefined;
}

/** The facts that a report tells: those that were confirmed, and those that it has a place of its own for. */
export const toldFacts = (
  settings: Settings | undefined,
  { facts, channel, zone, handledAt }: Told,
): GivenFacts => {
  const own = settings?.facts;
  return {
    ...facts,
    ...(own?.channel !== undefined && channel !== undefined && { [own.channel]: channel }),
    ...(own && zone !== undefined && { [own.zone]: zone }),
    ...(own && handledAt !== undefined && { [own.handledAt]: handledAt }),
  };
};
