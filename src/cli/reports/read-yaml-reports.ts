import { parseYaml } from '../../load/parse-yaml.ts';
import { asReadReport } from './as-read-report.ts';
import type { ReadReport } from './read-report.ts';

/** One report, or a list of reports. In a text that is broken nothing can be trusted, so none is taken from it. */
export function readYamlReports(file: string, text: string): readonly ReadReport[] {
  const { value, problems, locate } = parseYaml(file, text);
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    return errors.map(({ path, at = 'value', range, message }) => ({
      line: (range ?? locate(path, at)).start.line,
      reason: message,
    }));
  }
  if (!Array.isArray(value)) return [asReadReport(1, value)];
  return value.map((item, index) => asReadReport(locate([index], 'value').start.line, item));
}
