import type { BasisSpec } from '../model/procedure-spec.ts';
import type { Release } from '../model/release.ts';

/** The basis that a duty, a number or a rule rests on. */
export type Basis = BasisSpec;

/** A basis by its id. Procedures carry the bases they use; one that only a rule set uses may be in none. */
export function basisOf({ procedures }: Release, id: string): Basis {
  for (const { bases } of Object.values(procedures)) {
    const found = bases[id];
    if (found) return found;
  }
  return {
    kind: id === 'practice' || id === 'assumed' ? id : 'law-unchecked',
    title: { zh: id, en: id },
  };
}

/** The kind of a basis in words. */
export const basisKinds = {
  law: { zh: '法规', en: 'law' },
  'law-unchecked': { zh: '法规，条号待核', en: 'law, to be checked' },
  practice: { zh: '实务', en: 'practice' },
  assumed: { zh: '拟定', en: 'assumed' },
} as const;
