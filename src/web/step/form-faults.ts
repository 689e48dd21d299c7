import type { ProblemDetails } from '../../contract/problem-contract.ts';
import type { FieldFault } from '../field/field-fault.ts';
import type { Faults, FormPlace } from './form-place.ts';
import type { MissingInForm } from './missing-in-form.ts';

/** Marks what the form lacks and what a refusal names, each at its place. */
export function formFaults(
  missing: readonly MissingInForm[],
  refusal: ProblemDetails | undefined,
): Faults {
  return new Map([
    ...(refusal ? refusedPlaces(refusal) : []),
    ...missing.map(({ place }) => [place, 'missing'] as const),
  ]);
}

type Fault = readonly [FormPlace, FieldFault];

function refusedPlaces({ code, missing: named = [] }: ProblemDetails): readonly Fault[] {
  switch (code) {
    case 'facts-missing':
      return named.map((id) => [`fact ${id}`, 'missing']);
    case 'fact-invalid':
      return named.map((id) => [`fact ${id}`, 'refused']);
    case 'evidence-missing':
      return named.map((id) => [`evidence ${id}`, 'missing']);
    case 'evidence-unknown':
      return named.map((id) => [`evidence ${id}`, 'refused']);
    case 'equipment-missing':
      return [['equipment', 'missing']];
    case 'crew-too-small':
      return [['crew', 'refused']];
    case 'happened-in-future':
    case 'happened-too-long-ago':
      return [['happened', 'refused']];
    case 'reason-unknown':
      return [['reason', 'refused']];
    default:
      return [];
  }
}
