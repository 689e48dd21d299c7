import type { IncidentAct } from '../../contract/act-contract.ts';
import type { GivenFacts } from '../../model/act.ts';
import { fieldProblem } from '../problems/field-problem.ts';
import type { ReadAct } from './step-act.ts';

/** Reads what was sent for an incident as a whole as an act. `told` are the facts of a report that joins. */
export function incidentAct(sent: IncidentAct, told: GivenFacts = {}): ReadAct {
  const note = sent.note === undefined ? {} : { note: sent.note };
  switch (sent.action) {
    case 'answer':
      return { act: { kind: 'answer', facts: sent.facts, ...note } };
    case 'hand-over':
      return {
        act: {
          kind: 'hand-over',
          role: sent.role,
          unit: sent.unit,
          ...(sent.person !== undefined && { person: sent.person }),
          ...note,
        },
      };
    case 'switch':
      return { act: { kind: 'switch', to: sent.to, note: sent.note } };
    case 'agree-switch':
      return { act: { kind: 'agree', ...note } };
    case 'reject-switch':
      return sent.note?.trim()
        ? { act: { kind: 'reject', note: sent.note } }
        : { problem: fieldProblem('/note', { zh: '缺少', en: 'is missing' }) };
    case 'join':
      return { act: { kind: 'join', report: sent.report, facts: told, ...note } };
  }
}
