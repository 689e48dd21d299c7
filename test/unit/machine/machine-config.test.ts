import { describe, expect, it } from 'vitest';
import { loadRelease } from '../../../src/cli/load-release.ts';
import {
  machineConfig,
  type StateConfig,
  type TransitionConfig,
} from '../../../src/machine/machine-config.ts';
import { guardsOf } from '../../../src/machine/machine-guards.ts';
import type { ProcedureSpec } from '../../../src/model/procedure-spec.ts';
import { smallRelease } from './small-release.ts';

const { release } = await loadRelease(process.cwd());
const specs: readonly ProcedureSpec[] = [smallRelease, release].flatMap((each) =>
  Object.values(each?.procedures ?? {}),
);

interface Place {
  readonly state: StateConfig;
  readonly siblings: readonly string[];
}

const placesIn = (state: StateConfig, siblings: readonly string[] = []): readonly Place[] => [
  { state, siblings },
  ...Object.values(state.states ?? {}).flatMap((child) =>
    placesIn(child, Object.keys(state.states ?? {})),
  ),
];

const transitionsIn = ({ always = [], on = {} }: StateConfig): readonly TransitionConfig[] => [
  ...always,
  ...Object.values(on),
];

describe.each(specs.map((spec) => [spec.id, spec] as const))(
  'the statechart of %s',
  (_id, spec) => {
    const config = machineConfig(spec);
    const places = placesIn(config);
    const ids = new Set(places.map(({ state }) => state.id));

    it('leads only to states that it has', () => {
      for (const { state, siblings } of places) {
        for (const { target } of transitionsIn(state)) {
          if (target === undefined) continue;
          if (target.startsWith('#')) expect(ids).toContain(target.slice(1));
          else expect(siblings).toContain(target);
        }
      }
    });

    it('names only guards that there are', () => {
      const guards = Object.keys(guardsOf(spec));
      for (const { state } of places) {
        for (const { guard } of transitionsIn(state))
          if (guard !== undefined) expect(guards).toContain(guard);
      }
    });

    it('never leads to a region as a whole: XState would enter all regions anew', () => {
      const targets = places
        .flatMap(({ state }) => transitionsIn(state))
        .map(({ target }) => target);
      for (const step of spec.order) expect(targets).not.toContain(`#${step}`);
    });

    it('is plain JSON', () => {
      expect(JSON.parse(JSON.stringify(config))).toEqual(config);
    });
  },
);
