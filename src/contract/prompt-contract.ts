import { Type, type Static } from 'typebox';
import { StepView } from './step-contract.ts';
import { Moment, Named, TextContract } from './text-contract.ts';

/** An open step as shown to a person, with the incident it belongs to. */
export const PromptView = Type.Object({
  incident: Type.String(),
  standard: Type.Object({ id: Type.String(), title: TextContract }),
  priority: Type.Integer(),
  place: Type.Optional(Type.String()),
  /** `do` it, `judge` what somebody proposed, or `answer` what it is undecided for. */
  wants: Type.Union([Type.Literal('do'), Type.Literal('judge'), Type.Literal('answer')]),
  step: StepView,
});
export type PromptView = Static<typeof PromptView>;

/** A change of standard that waits for my judgement. */
export const SwitchPrompt = Type.Object({
  incident: Type.String(),
  priority: Type.Integer(),
  from: Type.Object({ id: Type.String(), title: TextContract }),
  to: Type.Object({ id: Type.String(), title: TextContract }),
  by: Named,
  note: Type.Optional(Type.String()),
  proposed: Moment,
  due: Type.Optional(Moment),
  /** It runs under the new standard already; a rejection takes it back. */
  acted: Type.Boolean(),
});
export type SwitchPrompt = Static<typeof SwitchPrompt>;

/** `GET /api/prompts`: mine, nearest due first. */
export const Prompts = Type.Object({
  prompts: Type.Array(PromptView),
  switches: Type.Array(SwitchPrompt),
});
export type Prompts = Static<typeof Prompts>;
