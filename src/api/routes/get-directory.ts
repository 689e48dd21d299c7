import { Directory } from '../../contract/directory-contract.ts';
import type { Text } from '../../model/text.ts';
import type { ApiApp } from '../api-app.ts';
import type { ApiContext } from '../api-context.ts';
import { canHold } from '../access/can-hold.ts';
import { reportFacts } from '../intake/report-facts.ts';
import type { ReleaseIndex } from '../release/release-index.ts';
import { typesOf } from '../release/types-of.ts';
import { factField } from '../views/fact-field.ts';
import { handlingWays } from '../views/handling-ways.ts';
import { prioritiesOf } from '../views/priorities-of.ts';
import { withProblems } from './with-problems.ts';

/** `GET /api/directory`: what the report form and the pages offer to choose from. */
export function getDirectory(app: ApiApp, context: ApiContext): void {
  const schema = { response: withProblems({ 200: Directory }), tags: ['directory'] };
  app.get('/api/directory', { schema }, async () => {
    const { releases, titles } = context;
    const index = releases.active;
    const { facts, release, roles, settings } = index;
    const names = await context.directory.names();
    const specs = Object.values(release.procedures);
    const ways = [...new Set(specs.flatMap(({ handledAt }) => handledAt))];
    const handles = handlingWays(roles, names.people, ways);
    return {
      channels: labelled(release.channels, titles.channels),
      zones: labelled(release.zones, {
        ...choiceLabels(facts, settings?.facts.zone),
        ...titles.zones,
      }),
      ways: labelled(ways, { ...choiceLabels(facts, settings?.facts.handledAt), ...titles.ways }),
      ...(settings?.usualWay && { usualWay: { ...settings.usualWay } }),
      priorities: prioritiesOf(index),
      standards: typesOf(release).map(({ id, title }) => ({ id, title })),
      units: names.units.map(({ id }) => ({
        ...names.unit(id),
        handles: handles(id),
        holds: Object.values(roles).flatMap((role) => (canHold(names, role, id) ? [role.id] : [])),
      })),
      roles: Object.values(roles).map(({ id, title }) => ({ id, title })),
      reportFacts: reportFacts(index).map((fact) =>
        factField({ index, names }, fact, { required: false }),
      ),
    };
  });
}

const labelled = (ids: readonly string[], titles: Readonly<Record<string, Text>> = {}) =>
  ids.map((id) => ({ id, title: titles[id] ?? { zh: id, en: id } }));

// Where a fact takes the same words as choices, their labels are the titles.
function choiceLabels(
  facts: ReleaseIndex['facts'],
  id: string | undefined,
): Readonly<Record<string, Text>> {
  const answer = id === undefined ? undefined : facts[id]?.answer;
  if (answer?.kind !== 'choice') return {};
  return Object.fromEntries(answer.choices.map(({ value, label }) => [value, label]));
}
