import { Dossier } from '../../contract/dossier-contract.ts';
import type { LogEntry } from '../../model/log-entry.ts';
import type { Receipt } from '../../model/procedure-state.ts';
import type { Evidence } from '../../model/step-row.ts';
import type { IncidentRecord } from '../../store/ports/incidents.ts';
import { findIncident } from '../access/find-incident.ts';
import { mayIncident } from '../access/may-incident.ts';
import { recordProtectedReading } from '../access/record-protected-reading.ts';
import { recordRefusal } from '../access/record-refusal.ts';
import { readerOf } from '../accounts/reader.ts';
import type { ApiApp } from '../api-app.ts';
import type { ApiContext } from '../api-context.ts';
import { problemCatalogue } from '../problems/problem-catalogue.ts';
import { sendProblem } from '../problems/send-problem.ts';
import { fileView } from '../views/file-view.ts';
import { moment } from '../views/moment.ts';
import { receiptView } from '../views/receipt-view.ts';
import { IncidentParams } from './incident-params.ts';
import { withProblems } from './with-problems.ts';

/**
 * `GET /api/incidents/:id/dossier`: the log as it was hashed, for the offline verifier. Notes in it are in clear and
 * the chain does not hold without them, so who may not read what is protected gets no dossier rather than half of one.
 */
export function getDossier(app: ApiApp, context: ApiContext): void {
  const schema = {
    params: IncidentParams,
    response: withProblems({ 200: Dossier }),
    tags: ['incidents'],
  };
  app.get('/api/incidents/:id/dossier', { schema }, async (request, reply) => {
    const { actor } = readerOf(request);
    const { id } = request.params;
    const found = await findIncident(context, id);
    if (!found) return sendProblem(request, reply, problemCatalogue.incidentUnknown);
    if (!mayIncident(context, actor, 'readDossier', found)) {
      const { code } = problemCatalogue.forbidden;
      await recordRefusal(context, {
        person: actor.person,
        action: 'readDossier',
        code,
        incident: id,
      });
      const mayKnow = mayIncident(context, actor, 'readIncident', found);
      return sendProblem(
        request,
        reply,
        problemCatalogue[mayKnow ? 'forbidden' : 'incidentUnknown'],
      );
    }
    if (found.access.isProtected) {
      await recordProtectedReading(context, {
        person: actor.person,
        incidents: [id],
        what: 'dossier',
      });
    }
    return dossierOf(context, actor.person, found.incident);
  });
}

async function dossierOf(
  context: ApiContext,
  person: string,
  { id, release, reports }: IncidentRecord,
): Promise<Dossier> {
  const { clock, signer, store } = context;
  const entries = await store.log.of(id);
  const [receipts, personal, files] = await Promise.all([
    receiptsOf(context, id, actsOf(entries, reports)),
    store.log.personal(id),
    store.files.of(id),
  ]);
  const last = entries.at(-1);
  return {
    format: 'jiechu-dossier-1',
    incident: id,
    release,
    exported: moment(clock.now()),
    exportedBy: person,
    head: { seq: last?.seq ?? 0, hash: last?.hash ?? '0'.repeat(64) },
    entries: [...entries],
    receipts: receipts.map((receipt) =>
      receiptView(id, receipt, signer, shownWith(entries, receipt)),
    ),
    key: { id: signer.keyId, publicKey: signer.publicKey },
    files: files.map(fileView),
    personal: Object.values(personal).map((value) => ({ ...value })),
  };
}

async function receiptsOf(
  { store }: ApiContext,
  incident: string,
  acts: ReadonlySet<string>,
): Promise<readonly Receipt[]> {
  const receipts: Receipt[] = [];
  for (const act of acts) {
    const receipt = await store.log.receipt(incident, act);
    if (receipt) receipts.push(receipt);
  }
  return receipts;
}

// The engine receipts a report that begins or joins under an act of this name.
const actsOf = (entries: readonly LogEntry[], reports: readonly string[]): ReadonlySet<string> =>
  new Set([
    ...reports.map((report) => `report/${report}`),
    ...entries.flatMap(({ act }) => act ?? []),
  ]);

// An act leaves its evidence with its step, or with what waits for a second person.
function shownWith(
  entries: readonly LogEntry[],
  { act, kind, step }: Receipt,
): readonly Evidence[] {
  if (kind !== 'do') return [];
  const left = entries.find(
    ({ act: of, data }) => of === act && data.kind === 'step' && data.row.step === step,
  );
  if (left?.data.kind !== 'step') return [];
  const { pending, evidence = [] } = left.data.row;
  return pending?.evidence ?? evidence;
}
