import type { SettingsSource } from '../model/source/vocabulary-source.ts';
import type { Catalog } from './catalog.ts';
import { checkValue } from './check-value.ts';
import type { FactScope } from './fact-scope.ts';
import { inside } from './inside.ts';
import type { Placed } from './vocabulary.ts';

/** Reports a channel from which no report comes, and a way in which nothing is handled. */
export function checkUsualWay(
  { value: source, place }: Placed<SettingsSource>,
  { facts, report }: Pick<Catalog, 'report'> & { readonly facts: FactScope },
): void {
  const { channel, 'handled-at': handledAt } = source.facts;
  for (const [from, way] of Object.entries(source['usual-way'] ?? {})) {
    const at = inside(place, 'usual-way', from);
    const channels = channel === undefined ? undefined : facts.get(channel)?.value;
    const ways = facts.get(handledAt)?.value;
    if (channels) checkValue(channels, from, at, { standards: [], report });
    if (ways) checkValue(ways, way, at, { standards: [], report });
  }
}
