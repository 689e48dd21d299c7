import { Type, type Static } from 'typebox';
import { StepView } from './step-contract.ts';
import { TextContract } from './text-contract.ts';

/** An open step as shown to a person, with the incident it belongs to. */
export const PromptView = Type.Object({
  incident: Type.String(),
  standard: Type.Object({ id: Type.String(), title: TextContract }),
  priority: Type.Integer(),
  place: Type.Optional(Type.String()),
  /** `do` it, or `judge` what somebody proposed. */
  wants: Type.Union([Type.Literal('do'), Type.Literal('judge')]),
  step: StepView,
});
export type PromptView = Static<typeof PromptView>;

/** `GET /api/prompts`: mine, nearest due first. */
export const Prompts = Type.Object({ prompts: Type.Array(PromptView) });
export type Prompts = Static<typeof Prompts>;
