import { sha256Hex } from '../../../src/machine/sha256-hex.ts';
import { dossierFormat, type Dossier } from '../../../src/contract/dossier-contract.ts';
import { dossierStatement, type DossierPart } from '../../../src/contract/dossier-statement.ts';
import { receiptView } from '../../../src/contract/receipt-view.ts';
import type { LogDraft } from '../../../src/machine/log-chain.ts';
import { canonicalJson } from '../../../src/model/canonical-json.ts';
import type { LogData, LogEntry } from '../../../src/model/log-entry.ts';
import type { Receipt } from '../../../src/model/procedure-state.ts';
import { wordsNames } from '../../../src/model/words-names.ts';
import { partSum } from '../../../src/store/part-sum.ts';
import { signReceipts } from '../../../src/worker/sign-receipts.ts';
import { logOf, reportedAt, row, started } from '../../store/log-of.ts';
import { keyOf, type TestKey } from '../../test-keys.ts';

/** A key that is no secret: the samples of the command-line tests are signed with it. */
export const sampleKey: TestKey = keyOf('api', `k1:${Buffer.alloc(32, 7).toString('base64')}`);

export const photo = sha256Hex('photo');
const salt = 'a1';
const commitment = sha256Hex(`${salt}:${canonicalJson('李四')}`);
const reference = sha256Hex(`${salt}:${canonicalJson('F1')}`);

const act = (name: string, step: string, by: string): readonly [LogData, Partial<LogDraft>] => {
  const happened = reportedAt + 60_000;
  const data = { kind: 'act', act: 'do', happened, received: happened + 500 } as const;
  return [data, { act: name, step, by }];
};

/** A log with a beginning, three acts, a personal answer and a file as evidence. */
export const sampleLog = (): readonly LogEntry[] =>
  logOf(
    [started(), { by: 'p1' }],
    act('act-1', 'sign', 'p1'),
    [
      { kind: 'fact', fact: 'name', commitment, corrected: false },
      { act: 'act-1', by: 'p1' },
    ],
    act('act-2', 'look', 'p2'),
    [
      {
        kind: 'step',
        procedure: 'brawl',
        role: 'officer',
        required: true,
        row: row('look', {
          status: 'done',
          evidence: [{ kind: 'photo', reference: { commitment: reference }, sha256: photo }],
        }),
      },
      { act: 'act-2', by: 'p2' },
    ],
    { kind: 'told', who: 'leader', what: 'done' },
    act('act-3', 'close', 'p2'),
    { kind: 'closed' },
  );

/** The receipts that the acts of a log were given, as the engine makes them. */
export const receiptsOf = (entries: readonly LogEntry[]): readonly Receipt[] =>
  entries.flatMap((entry): readonly Receipt[] => {
    const { data, by = '' } = entry;
    if (data.kind === 'started') {
      const { report, reportedAt: happened } = data;
      const { seq, hash } = entry;
      const about = { act: `report/${report}`, digest: '', kind: 'begin' };
      return [{ ...about, happened, received: entry.recorded, by, seq, hash }];
    }
    if (data.kind !== 'act' || entry.act === undefined) return [];
    const last = entries.findLast((each) => each.act === entry.act)!;
    const { happened, received } = data;
    const about = { act: entry.act, digest: '', kind: data.act, step: entry.step! };
    return [{ ...about, happened, received, by, seq: last.seq, hash: last.hash }];
  });

/** The parts of a sample dossier; those that are not given are as in the sample. */
export interface DossierOf {
  readonly incident?: string;
  readonly entries?: readonly LogEntry[];
  readonly key?: TestKey;
  readonly anchored?: Dossier['anchored'];
}

/** A dossier as it is exported and signed. */
export function aDossier(of: DossierOf = {}): Dossier {
  const { incident = 'I20261123-000001', entries = sampleLog(), key = sampleKey, anchored } = of;
  const receipts = signReceipts(incident, { entries, receipts: receiptsOf(entries) }, key.signer);
  const parts = {
    entries: [...entries],
    receipts: receipts.map((receipt) => receiptView(incident, receipt)),
    files: [{ sha256: photo, size: 5, type: 'image/jpeg', name: 'a.jpg' }],
    personal: [
      { commitment, salt, fact: 'name', value: '李四' },
      { commitment: reference, salt, fact: wordsNames.reference, value: 'F1' },
    ],
    erasures: [],
  };
  return sealed({ incident, parts, key, anchored });
}

/** Signs what a dossier has in it, as the exporting system does. */
export function sealed({
  incident,
  parts,
  key,
  anchored,
  release = started().release,
}: {
  readonly incident: string;
  readonly parts: Pick<Dossier, DossierPart>;
  readonly key: TestKey;
  readonly anchored?: Dossier['anchored'];
  readonly release?: string;
}): Dossier {
  const last = parts.entries.at(-1) as LogEntry | undefined;
  const unsigned = {
    format: dossierFormat,
    incident,
    release,
    exported: '2026-11-24T00:00:00.000Z',
    exportedBy: 'p9',
    head: { seq: last?.seq ?? 0, hash: last?.hash ?? '0'.repeat(64) },
    ...(anchored && { anchored }),
    sums: {
      entries: partSum(parts.entries),
      receipts: partSum(parts.receipts),
      files: partSum(parts.files),
      personal: partSum(parts.personal),
      erasures: partSum(parts.erasures),
    },
    keyId: key.signer.keyId,
  } as const;
  return { ...unsigned, ...parts, signature: key.signer.sign(dossierStatement(unsigned)) };
}
