import { factNeverAsked, partUnused } from '../diagnostics/standard-problems.ts';
import type { Sourced, SourceTree } from '../model/source-tree.ts';
import type { PartSource } from '../model/source/standard-source.ts';
import { atKey } from './at-key.ts';
import type { Catalog } from './catalog.ts';
import { checkNames } from './check-names.ts';

/** Checks what no single standard can tell of a part: that it is used, and that its facts are asked. */
export function checkParts(tree: SourceTree, catalog: Catalog): void {
  const { vocabulary, report } = catalog;
  const known = Object.keys(vocabulary.ways);
  for (const part of tree.parts) {
    const { file, source } = part;
    checkNames('way', source['handled-at'], { file, path: ['handled-at'] }, { known, report });
    for (const [id, step] of Object.entries(source.steps)) {
      const place = { file, path: ['steps', id, 'handled-at'] };
      checkNames('way', step['handled-at'], place, { known, report });
    }
    checkFacts(part, tree, catalog);
  }
}

function checkFacts(
  { file, source }: Sourced<PartSource>,
  tree: SourceTree,
  catalog: Catalog,
): void {
  const { report } = catalog;
  const users = tree.standards.filter((standard) => standard.source.parts?.includes(source.part));
  if (users.length === 0) report(partUnused({ file, path: ['part'] }, source.part));
  const steps = [source, ...users.map((user) => user.source)].flatMap(({ steps: own }) =>
    Object.values(own ?? {}),
  );
  const asked = steps.flatMap((step) => [...(step.asks ?? []), ...(step['may-ask'] ?? [])]);
  for (const [fact, { from }] of Object.entries(source.facts ?? {})) {
    const place = { file, path: ['facts', fact] };
    if (from === undefined && !asked.includes(fact)) report(factNeverAsked(atKey(place), fact));
  }
}
