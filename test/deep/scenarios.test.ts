import { describe } from 'vitest';
import { loadRelease } from '../../src/cli/load-release.ts';
import { scenariosOnTemporal } from '../temporal/scenarios-on-temporal.ts';

// Takes 3 minutes.

const { loaded, release } = await loadRelease(process.cwd());
if (release === undefined) throw new Error('the standards do not compile');

describe('every scenario of the standards runs on the real workflow as on the virtual clock', () => {
  scenariosOnTemporal(release, loaded.tree.scenarios);
});
