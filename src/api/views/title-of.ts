import type { Decision } from '../../model/decision.ts';
import type { Text } from '../../model/text.ts';
import type { Settings } from '../../model/settings.ts';
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

const switchTitle: Text = { zh: '更换标准', en: 'switch of standard' };

/** The subject of an entry or a notice: a step, or the change of standard where it names none. */
export const subjectTitle = (
  reading: Pick<Reading, 'index' | 'spec'>,
  step: string | undefined,
): Text => (step === undefined ? switchTitle : stepTitle(reading, step));

/** The title of a fact: its question, else the word for what the engine reads in it, else its id. */
export const factTitle = ({ index, spec }: Pick<Reading, 'index' | 'spec'>, fact: string): Text =>
  own(spec.facts, fact)?.ask ?? ruleFactTitle({ index }, fact);

/** The same for a fact that a rule set reads, whatever the standard. */
export const ruleFactTitle = ({ index }: Pick<Reading, 'index'>, fact: string): Text =>
  own(index.facts, fact)?.ask ?? engineFactTitle(index.settings, fact) ?? itself(fact);

// Nobody is asked for these: a report brings them, or a rule decides them.
const engineTitles: Readonly<Record<keyof Settings['facts'], Text>> = {
  priority: { zh: '警情等级', en: 'Priority' },
  zone: { zh: '区域', en: 'Zone' },
  handledAt: { zh: '处置方式', en: 'Handled at' },
  channel: { zh: '来源', en: 'Channel' },
  beat: { zh: '片区', en: 'Beat' },
};

function engineFactTitle(settings: Settings | undefined, fact: string): Text | undefined {
  const uses = Object.keys(engineTitles) as (keyof Settings['facts'])[];
  const use = uses.find((one) => settings?.facts[one] === fact);
  return use && engineTitles[use];
}

/** The title of the basis of a duty, a limit or a rule, whatever the standard. */
export function basisTitle({ index }: Pick<Reading, 'index'>, basis: string): Text {
  const specs = Object.values(index.release.procedures);
  const found = specs.find(({ bases }) => Object.hasOwn(bases, basis));
  return found?.bases[basis]?.title ?? itself(basis);
}

/** The title of an escalation ladder, whatever the standard. */
export function ladderTitle({ index }: Pick<Reading, 'index'>, ladder: string): Text {
  const specs = Object.values(index.release.procedures);
  const found = specs.find(({ ladders }) => Object.hasOwn(ladders, ladder));
  return found?.ladders[ladder]?.title ?? itself(ladder);
}

/** The title of a rule set, else the fact that it decides. */
export const ruleSetTitle = (
  { index }: Pick<Reading, 'index'>,
  { ruleSet, decides }: Pick<Decision, 'ruleSet' | 'decides'>,
): Text => own(index.release.ruleSets, ruleSet)?.title ?? itself(decides);

/** The title of a kind of evidence or a piece of equipment. */
export const evidenceTitle = ({ spec }: Pick<Reading, 'spec'>, kind: string): Text =>
  own(spec.evidence, kind) ?? own(spec.equipment, kind) ?? itself(kind);

/** The title of a coded reason. */
export const reasonTitle = ({ spec }: Pick<Reading, 'spec'>, reason: string): Text =>
  own(spec.reasons, reason) ?? itself(reason);
