import type { StepAct } from '../../contract/act-contract.ts';
import type { Act } from '../../model/act.ts';
import type { Text } from '../../model/text.ts';
import type { ApiProblem } from '../problems/api-problem.ts';
import { fieldProblem } from '../problems/field-problem.ts';

/** An act as the engine takes it, or which field it lacks. */
export type ReadAct = { readonly act: Act } | { readonly problem: ApiProblem };

const needed: Text = { zh: '缺少', en: 'is missing' };

/** Reads what was sent for a step as an act. */
export function stepAct(step: string, sent: StepAct): ReadAct {
  const note = sent.note === undefined ? {} : { note: sent.note };
  const withNote = (kind: 'reject' | 'reopen'): ReadAct =>
    sent.note?.trim()
      ? { act: { kind, step, note: sent.note } }
      : { problem: fieldProblem('/note', needed) };
  switch (sent.action) {
    case 'do':
      return {
        act: {
          kind: 'do',
          step,
          ...(sent.occurrence !== undefined && { occurrence: sent.occurrence }),
          facts: sent.facts ?? {},
          evidence: sent.evidence ?? [],
          ...(sent.crew !== undefined && { crew: sent.crew }),
          ...(sent.equipment && { equipment: sent.equipment }),
          ...note,
        },
      };
    case 'deviate':
      return sent.reason === undefined
        ? { problem: fieldProblem('/reason', needed) }
        : { act: { kind: 'deviate', step, reason: sent.reason, ...note } };
    case 'extend':
      return { act: { kind: 'extend', step, ...note } };
    case 'agree':
      return { act: { kind: 'agree', step, ...note } };
    case 'reject':
    case 'reopen':
      return withNote(sent.action);
  }
}
