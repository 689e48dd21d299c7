import { parseYaml, type ParsedYaml } from '../../load/parse-yaml.ts';
import type { Problem } from '../../model/diagnostic.ts';
import { asReadReport, type FilePlace } from './as-read-report.ts';
import type { ReadReport } from './read-report.ts';

/**
 * One report, or a list of reports. Where a text is broken nothing behind that can be trusted, and none is taken from it;
 * what is wrong in one report of a list, such as a key that is there twice, spoils that one.
 */
export function readYamlReports(file: string, text: string): readonly ReadReport[] {
  const parsed = parseYaml(file, text);
  const { value, problems, brokenFrom, locate } = parsed;
  const errors = problems.filter(({ severity }) => severity === 'error');
  const item = ({ path: [index] }: Problem) => (typeof index === 'number' ? index : undefined);
  const isSpoilt = brokenFrom !== undefined || !Array.isArray(value);
  if (errors.length > 0 && (isSpoilt || errors.some((each) => item(each) === undefined)))
    return errors.map((error) => ({ ...placeOf(error, parsed), reason: error.message }));
  if (!Array.isArray(value)) return [asReadReport((path, at) => placed(locate(path, at)), value)];
  return value.map((each, index): ReadReport => {
    const error = errors.find((one) => item(one) === index);
    return error
      ? { ...placeOf(error, parsed), reason: error.message }
      : asReadReport((path, at) => placed(locate([index, ...path], at)), each);
  });
}

const placed = ({ start }: ReturnType<ParsedYaml['locate']>): FilePlace => start;

const placeOf = ({ range, path, at = 'value' }: Problem, { locate }: ParsedYaml): FilePlace =>
  placed(range ?? locate(path, at));
