import { join } from 'node:path';
import { describe } from 'vitest';
import { loadRelease } from '../../src/cli/load-release.ts';
import { scenariosOnTemporal } from './scenarios-on-temporal.ts';

const { loaded, release } = await loadRelease(join(import.meta.dirname, '../small'));
if (release === undefined) throw new Error('the small procedures do not compile');

describe('every small procedure runs on the real workflow as on the virtual clock', () => {
  scenariosOnTemporal(release, loaded.tree.scenarios);
});
