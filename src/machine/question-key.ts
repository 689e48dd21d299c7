import { canonicalJson } from '../model/canonical-json.ts';
import { conditionsKey } from './conditions-key.ts';
import type { ToDecide } from './procedure/to-decide.ts';
import { sha256Hex } from './sha256-hex.ts';

/** Names what is asked under a release by its content: the same key has the same verdict. */
export const questionKey = (release: string, { spec, answers, ruleSets }: ToDecide): string =>
  sha256Hex(
    canonicalJson({
      release,
      answers,
      ruleSets,
      conditions: conditionsKey(spec.conditions),
      onlyLowered: spec.settings.facts.priority,
    }),
  );
