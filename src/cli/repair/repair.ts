import type { RepairView } from '../../contract/engine-contract.ts';
import type { Language } from '../../diagnostics/language.ts';
import { askOperator } from '../client/ask-operator.ts';
import type { Outcome } from '../outcome.ts';

/** Has a running system begin the procedure of an incident again from its log, and says what became of it. */
export async function repair(call: {
  readonly incident: string;
  readonly evenIfWell: boolean;
  readonly url: string;
  readonly data: string;
  readonly json: true | undefined;
  readonly lang: Language;
}): Promise<Outcome> {
  const view = await askOperator<RepairView>(call, {
    method: 'POST',
    path: `/api/incidents/${encodeURIComponent(call.incident)}/repair`,
    body: { evenIfWell: call.evenIfWell },
  });
  return {
    text: call.json ? `${JSON.stringify(view, null, 2)}\n` : repairText(view, call.lang),
    // Whoever did these has to be told.
    status: view.unlinked.length > 0 ? 1 : 0,
  };
}

function repairText(view: RepairView, lang: Language): string {
  const words = texts[lang];
  const { incident, outcome, restored, entries, unlinked } = view;
  const lines = [
    outcome === 'closed' ? words.closed(incident) : words.carriedOn(incident, entries),
    ...(restored > 0 ? [words.restored(restored)] : []),
    ...unlinked.map(({ kind, step, by, received }) =>
      words.unlinked([step, kind].filter((part) => part !== undefined).join(' '), by, received),
    ),
  ];
  return `${lines.join('\n')}\n`;
}

const texts = {
  zh: {
    carriedOn: (id: string, entries: number) =>
      `✓ ${id}  已按日志（${entries} 条）重新开始，继续办理`,
    closed: (id: string) => `✓ ${id}  日志上已经办结，没有要继续的`,
    restored: (count: number) => `  从流程引擎的历史中补回 ${count} 条日志`,
    unlinked: (what: string, by: string, at: string) =>
      `✗ ${what}（${by}，${at}）不在数据库的日志里，已经丢失：请本人重做`,
  },
  en: {
    carriedOn: (id: string, entries: number) =>
      `✓ ${id}  begun again from its log (${entries} entries), and it goes on`,
    closed: (id: string) => `✓ ${id}  is closed by its log; there is nothing to go on with`,
    restored: (count: number) => `  ${count} entries were brought back from the engine's histories`,
    unlinked: (what: string, by: string, at: string) =>
      `✗ ${what} (by ${by}, ${at}) is not in the log of the store and is lost: it has to be done again`,
  },
} as const;
