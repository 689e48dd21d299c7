import { describe } from 'vitest';
import { loadRelease } from '../../src/cli/load-release.ts';
import { scenariosOnTemporal } from './scenarios-on-temporal.ts';

const { loaded, release } = await loadRelease(process.cwd());
if (release === undefined) throw new Error('the standards do not compile');

// Those of `test/small` try every way of the workflow, and the long tests run all of these.
const some = loaded.tree.scenarios.filter((_scenario, index) => index % 3 === 0);

describe('a third of the scenarios of the standards run on the real workflow as on the virtual clock', () => {
  scenariosOnTemporal(release, some);
});
