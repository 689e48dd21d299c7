import type { Text } from '../../model/text.ts';
import type { Reading } from './reading.ts';

const itself = (id: string): Text => ({ zh: id, en: id });
const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

/** The title of a standard or other procedure; its id where the release does not have it. */
export const procedureTitle = ({ index }: Pick<Reading, 'index'>, id: string): Text =>
  own(index.release.procedures, id)?.title ?? itself(id);

/** The title of a role. */
export const roleTitle = ({ index }: Pick<Reading, 'index'>, role: string): Text =>
  own(index.roles, role)?.title ?? itself(role);

/** The title of a step, looked for in the spec that runs, then in the others. */
export function stepTitle({ index, spec }: Pick<Reading, 'index' | 'spec'>, step: string): Text {
  const specs = [spec, ...Object.values(index.release.procedures)];
  const found = specs.find(({ steps }) => Object.hasOwn(steps, step));
  return found?.steps[step]?.title ?? itself(step);
}

/** How a fact is asked for: its question, else its id. */
export const factTitle = ({ index, spec }: Pick<Reading, 'index' | 'spec'>, fact: string): Text =>
  (own(spec.facts, fact) ?? own(index.facts, fact))?.ask ?? itself(fact);

/** The title of a kind of evidence or a piece of equipment. */
export const evidenceTitle = ({ spec }: Pick<Reading, 'spec'>, kind: string): Text =>
  own(spec.evidence, kind) ?? own(spec.equipment, kind) ?? itself(kind);

/** The title of a coded reason. */
export const reasonTitle = ({ spec }: Pick<Reading, 'spec'>, reason: string): Text =>
  own(spec.reasons, reason) ?? itself(reason);
