import { RecentlyUsed } from '../../model/recently-used.ts';
import type { FactSpec } from '../../model/fact-spec.ts';
import type { ProcedureSpec } from '../../model/procedure-spec.ts';
import type { Release } from '../../model/release.ts';
import type { RoleSpec } from '../../model/role-spec.ts';
import type { Settings } from '../../model/settings.ts';
import { sharedSettings } from '../../procedure/shared-settings.ts';
import { mergeSpecs } from '../../procedure/merge-specs.ts';

/** The parts of a release that the API looks up whatever the procedure. */
export interface ReleaseIndex {
  readonly release: Release;
  readonly roles: Readonly<Record<string, RoleSpec>>;
  readonly facts: Readonly<Record<string, FactSpec>>;
  /** Absent only in a release without any procedure. */
  readonly settings?: Settings;
  procedure(id: string): ProcedureSpec;
  /** The spec that an incident runs by: its procedure and those beside it as one, as the engine has it. */
  running(incident: {
    readonly procedure: string;
    readonly beside: readonly string[];
  }): ProcedureSpec;
}

// More than the standards that often run beside each other.
const mergedMax = 200;

/**
 * The roles, facts and settings of all procedures of a release together. `roles` are those of the vocabulary: one that
 * no step names (an auditor's) is in no procedure.
 */
export function indexRelease(
  release: Release,
  roles: Readonly<Record<string, RoleSpec>> = {},
): ReleaseIndex {
  const specs = Object.values(release.procedures);
  const settings = sharedSettings(release);
  const merged = new RecentlyUsed<string, ProcedureSpec>(mergedMax);
  const procedure = (id: string): ProcedureSpec => {
    const spec = Object.hasOwn(release.procedures, id) ? release.procedures[id] : undefined;
    if (!spec) throw new Error(`release ${release.hash} lacks the procedure ${id}`);
    return spec;
  };
  return {
    release,
    roles: { ...roles, ...all(specs.map((spec) => spec.roles)) },
    facts: { ...release.facts, ...all(specs.map(({ facts }) => facts)) },
    ...(settings && { settings }),
    procedure,
    running({ procedure: main, beside }) {
      if (beside.length === 0) return procedure(main);
      const ids = [main, ...beside];
      const key = ids.join('/');
      const spec = merged.get(key) ?? mergeSpecs(ids.map(procedure));
      merged.set(key, spec);
      return spec;
    },
  };
}

const all = <T>(records: readonly Readonly<Record<string, T>>[]): Readonly<Record<string, T>> =>
  Object.fromEntries(records.flatMap((record) => Object.entries(record)));
