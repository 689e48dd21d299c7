import type { EngineView } from '../../contract/engine-contract.ts';
import type { Language } from '../../diagnostics/language.ts';
import { askOperator } from '../client/ask-operator.ts';
import type { Outcome } from '../outcome.ts';
import { doctorText } from './doctor-text.ts';

/** Asks a running system for what does not go on in it, and says what to do; 1 where there is anything. */
export async function doctor(call: {
  readonly url: string;
  readonly data: string;
  readonly json: true | undefined;
  readonly lang: Language;
}): Promise<Outcome> {
  const view = await askOperator<EngineView>(call, { path: '/api/engine?all=true' });
  const isWell = view.engine && view.sick.length + view.reports.length + view.unknown.length === 0;
  return {
    text: call.json ? `${JSON.stringify(view, null, 2)}\n` : doctorText(view, call.lang),
    status: isWell ? 0 : 1,
  };
}
