import type { After, ProcedureSpec, StepSpec } from '../model/procedure-spec.ts';

/** The plain JSON of a statechart: what is drawn, exported and handed to XState. */
export interface StateConfig {
  readonly id?: string;
  readonly type?: 'parallel';
  readonly description?: string;
  readonly initial?: string;
  readonly always?: readonly TransitionConfig[];
  readonly on?: Readonly<Record<string, TransitionConfig>>;
  readonly states?: Readonly<Record<string, StateConfig>>;
}

/** A transition by name: its guard is looked up in `guardsOf`. */
export interface TransitionConfig {
  readonly target?: string;
  readonly guard?: string;
  readonly actions?: string;
  readonly reenter?: boolean;
}

export const stateId = (step: string, state: string): string => `${step}:${state}`;

const to = (step: string, state: string): string => `#${stateId(step, state)}`;

/**
 * The statechart of a procedure: one region for the incident as a whole and, in parallel, one for each step.
 * Order is in the guards: a step opens when what comes before has ended, as in CMMN's entry criteria.
 */
export const machineConfig = (spec: ProcedureSpec): StateConfig => ({
  id: spec.id,
  type: 'parallel',
  description: spec.title.en,
  on: { truths: { actions: 'keep the truths' } },
  states: {
    incident: {
      initial: 'handling',
      states: {
        handling: { always: [{ guard: 'nothing is left to do', target: 'closed' }] },
        closed: { id: 'incident:closed' },
      },
    },
    steps: {
      type: 'parallel',
      states: Object.fromEntries(
        spec.order.map((id) => {
          const step = spec.steps[id];
          if (step === undefined) throw new Error(`spec ${spec.id} orders the missing step ${id}`);
          return [id, regionOf(step)];
        }),
      ),
    },
  },
});

const regionOf = (step: StepSpec): StateConfig => {
  const { id } = step;
  const release: TransitionConfig[] = [
    { guard: `${id} is not needed`, target: to(id, 'not-needed') },
    ...(step.closes ? [] : [{ guard: `${id} is left at closing`, target: to(id, 'not-needed') }]),
  ];
  const supersede = { [`${id}.supersede`]: { target: to(id, 'superseded') } };
  const opening: readonly TransitionConfig[] = [
    ...(step.repeat === undefined
      ? []
      : [{ guard: `${id} is over before it begins`, target: to(id, 'not-needed') }]),
    { guard: `${id} may open`, target: to(id, 'open') },
  ];
  return {
    id,
    description: step.title.en,
    initial: 'waiting',
    states: {
      waiting: {
        id: stateId(id, 'waiting'),
        always: [
          ...release,
          ...opening,
          { guard: `${id} is undecided`, target: to(id, 'undecided') },
        ],
        on: supersede,
      },
      undecided: {
        id: stateId(id, 'undecided'),
        always: [...release, ...opening],
        on: supersede,
      },
      open: openState(step, release, supersede),
      ...(step.repeat === undefined ? {} : { between: betweenState(step, release, supersede) }),
      ended: endedState(step),
    },
  };
};

const finished = (step: StepSpec): TransitionConfig => ({
  target: to(step.id, step.repeat === undefined ? 'done' : 'between'),
  ...(step.closes ? { guard: 'nothing else is left to do' } : {}),
});

const openState = (
  step: StepSpec,
  release: readonly TransitionConfig[],
  supersede: Readonly<Record<string, TransitionConfig>>,
): StateConfig => {
  const { id } = step;
  return {
    id: stateId(id, 'open'),
    initial: 'prompted',
    always: [
      ...release,
      ...(step.repeat === undefined
        ? []
        : [{ guard: `${id} repeats no more`, target: to(id, 'done') }]),
    ],
    on: {
      ...supersede,
      ...(step.repeat === undefined
        ? {}
        : { [`${id}.next`]: { target: to(id, 'open'), reenter: true } }),
    },
    states: {
      prompted: {
        id: stateId(id, 'prompted'),
        on: {
          ...(step.approve === undefined ? { [`${id}.do`]: finished(step) } : {}),
          [`${id}.propose`]: { target: 'proposed' },
          [`${id}.deviate`]: { target: 'deviating' },
        },
      },
      proposed: {
        on: {
          [`${id}.agree`]: finished(step),
          [`${id}.reject`]: { target: to(id, 'prompted') },
        },
      },
      deviating: {
        on: {
          [`${id}.agree`]: { target: to(id, 'deviated') },
          [`${id}.reject`]: { target: to(id, 'prompted') },
          // The step itself may still be done while its deviation is being judged.
          ...(step.approve === undefined ? { [`${id}.do`]: finished(step) } : {}),
          [`${id}.propose`]: { target: 'proposed' },
        },
      },
    },
  };
};

const betweenState = (
  step: StepSpec,
  release: readonly TransitionConfig[],
  supersede: Readonly<Record<string, TransitionConfig>>,
): StateConfig => ({
  id: stateId(step.id, 'between'),
  always: [...release, { guard: `${step.id} repeats no more`, target: to(step.id, 'done') }],
  on: { ...supersede, [`${step.id}.next`]: { target: to(step.id, 'open') } },
});

const endedState = (step: StepSpec): StateConfig => {
  const { id, confirm } = step;
  const reopen = { [`${id}.reopen`]: { target: to(id, 'open') } };
  return {
    id: stateId(id, 'ended'),
    initial: 'done',
    states: {
      done: {
        id: stateId(id, 'done'),
        on: reopen,
        ...(confirm === undefined ? correctable(step, 'done') : confirmedAfter(id)),
      },
      'not-needed': {
        id: stateId(id, 'not-needed'),
        // Not the region itself: whatever leaves to a region makes XState enter all its neighbours anew.
        always: [{ guard: `${id} is needed again`, target: to(id, 'waiting') }],
        ...(step.approve === undefined ? {} : correctable(step, 'not-needed')),
      },
      deviated: {
        id: stateId(id, 'deviated'),
        on: reopen,
        ...(step.approve === undefined ? {} : correctable(step, 'deviated')),
      },
      superseded: { id: stateId(id, 'superseded') },
    },
  };
};

/** Another answer makes what was confirmed be confirmed anew. */
const confirmedAfter = (id: string): StateConfig => {
  const again = { [`${id}.correct`]: { target: to(id, 'unconfirmed') } };
  return {
    initial: 'unconfirmed',
    states: {
      unconfirmed: {
        id: stateId(id, 'unconfirmed'),
        on: {
          ...again,
          [`${id}.agree`]: { target: 'settled' },
          [`${id}.reject`]: { target: to(id, 'open') },
        },
      },
      settled: { on: again },
    },
  };
};

/** The ends in which a correction of what takes agreement may wait for it. */
export const correctableEnds = ['done', 'not-needed', 'deviated'] as const;

/** Another answer to what takes agreement waits, while all stays as it was. */
const correctable = (
  { id, approve }: StepSpec,
  end: (typeof correctableEnds)[number],
): StateConfig => ({
  initial: 'settled',
  states:
    approve === undefined
      ? { settled: {} }
      : {
          settled: { on: { [`${id}.correct`]: { target: 'correcting' } } },
          correcting: {
            id: stateId(id, `${end}:correcting`),
            on: {
              [`${id}.agree`]: { target: 'settled' },
              [`${id}.reject`]: { target: 'settled' },
            },
          },
        },
});

/** Every step that an `after` names, anchors replaced by the steps that reach them. */
export const stepsBefore = (spec: ProcedureSpec, after: After): readonly string[] => {
  switch (after.kind) {
    case 'step':
      return [after.step];
    case 'anchor':
      return spec.anchors[after.anchor] ?? [];
    case 'all':
    case 'any':
      return after.of.flatMap((part) => stepsBefore(spec, part));
  }
};
