import { BaseSequencer, type TestSpecification } from 'vitest/node';

// Those that take most of a minute or more. What begins last has to be short, or one of the workers waits for the other.
const long: readonly string[] = [
  'system/starting',
  'api/erasing',
  'system/sample-day',
  'system/servers',
  'api/calendar',
  'temporal/lasting',
  'temporal/foreign-runs',
  'system/anchors',
  'browser/bad-luck',
  'keys/keys',
  'temporal/small',
  'temporal/scenarios',
  'system/deadlines',
  'system/kill',
  'browser/main-job',
  'api/repair',
  'unit/cli/broken-tree',
];

/** Begins with the tests that take long: a fresh clone knows no times that vitest could go by. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const at = long.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
      return at < 0 ? long.length : at;
    };
    return (await super.sort(files)).toSorted((one, other) => place(one) - place(other));
  }
}
