import type { Act } from '../model/act.ts';
import type { Actor } from '../model/actor.ts';
import type { ProcedureSpec } from '../model/procedure-spec.ts';
import type { Evidence } from '../model/step-row.ts';
import type { WhenSource, WhoSource } from '../model/source/scenario-source.ts';
import { whenWords } from '../model/when-words.ts';

const ownKeys: ReadonlySet<string> = new Set(whenWords);

/** The role and what it acts on, of a line of `when`: the one key that is no word of the language. */
export const whoAndWhat = (line: WhenSource): { readonly role: string; readonly what: string } => {
  const [role] = Object.keys(line).filter((key) => !ownKeys.has(key));
  return { role: role ?? '', what: role === undefined ? '' : String(line[role]) };
};

/**
 * Somebody who holds a role in the unit that handles the incident, unless the line says who; each role is another
 * person. Beats are kept by people of that unit, in every role.
 */
export const scenarioActor = (
  role: string,
  ownUnit: string,
  as: WhoSource = {},
  keepers: Readonly<Record<string, string>> = {},
): Actor => {
  const { person = role, unit = ownUnit } = as;
  const kept = unit === ownUnit ? Object.entries(keepers) : [];
  const others = kept.flatMap(([beat, keeper]) => (keeper === person ? [] : [beat]));
  return {
    person,
    unit,
    roles: [role],
    reach: [unit],
    ...(others.length > 0 && { leaves: { [role]: others } }),
  };
};

/** The act that a line of `when` stands for. What a crew confirms is taken as confirmed where the line does not say. */
export const scenarioAct = (line: WhenSource, spec: ProcedureSpec): Act => {
  const { what } = whoAndWhat(line);
  const facts = line.with ?? {};
  const text = line.note ?? '';
  const note = line.note === undefined ? {} : { note: line.note };
  switch (line.act ?? 'do') {
    case 'answer':
      return { kind: 'answer', facts, ...note };
    case 'deviate':
      return { kind: 'deviate', step: what, reason: line.reason ?? '', ...note };
    case 'extend':
      return { kind: 'extend', step: what, ...note };
    case 'agree':
      return { kind: 'agree', ...stepNamed(spec, what), ...note };
    case 'reject':
      return { kind: 'reject', ...stepNamed(spec, what), note: text };
    case 'reopen':
      return { kind: 'reopen', step: what, note: text };
    case 'hand-over': {
      const { unit = '', person } = line.to ?? {};
      return {
        kind: 'hand-over',
        role: what,
        unit,
        ...(person === undefined ? {} : { person }),
        ...note,
      };
    }
    case 'switch':
      return { kind: 'switch', to: what, note: text };
    case 'join':
      return { kind: 'join', report: what, ...note };
    case 'close':
      return { kind: 'close', ...note };
    default:
      return {
        kind: 'do',
        step: what,
        facts,
        evidence: (line.evidence ?? []).map((kind): Evidence => ({ kind, reference: 'scenario' })),
        crew: line.crew ?? spec.steps[what]?.crew?.officers ?? 0,
        equipment: line.equipment ?? spec.steps[what]?.equipment ?? [],
        ...note,
      };
  }
};

// `agree: switch` judges the pending switch; any step's id judges that step.
const stepNamed = (spec: ProcedureSpec, what: string): { readonly step?: string } =>
  spec.steps[what] === undefined ? {} : { step: what };
