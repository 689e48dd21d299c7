import type { ReceiptView } from '../../contract/act-contract.ts';
import type { Dossier } from '../../contract/dossier-contract.ts';
import { receiptStatement } from '../../contract/receipt-statement.ts';
import { briefly } from '../../diagnostics/shown-text.ts';
import { canonicalJson } from '../../model/canonical-json.ts';
import type { LogEntry } from '../../model/log-entry.ts';
import type { Text } from '../../model/text.ts';
import { writeMoment } from '../../model/write-moment.ts';
import { shownWith } from '../../worker/sign-receipts.ts';
import type { DossierFlaw } from './dossier-flaw.ts';
import { judgeSignature, type GivenKeys } from './given-keys.ts';

/** Each receipt against its signature and the entries of its act, and each act against its receipt. */
export function receiptFlaws(
  { incident, receipts }: Pick<Dossier, 'incident' | 'receipts'>,
  entries: readonly LogEntry[],
  keys: GivenKeys | undefined,
): readonly DossierFlaw[] {
  const acts = receiptedActs(entries);
  const hashes = new Map(entries.map(({ seq, hash }) => [seq, hash]));
  const seen = new Set<string>();
  const wrong = receipts.flatMap((receipt): DossierFlaw[] => {
    const text =
      signatureText(receipt, keys) ??
      contentText(receipt, { incident, entries, acts, hashes, isSecond: seen.has(receipt.act) });
    seen.add(receipt.act);
    return text ? [{ what: 'receipt', seq: receipt.seq, id: receipt.act, text }] : [];
  });
  const without = [...acts].flatMap(([act, { seq }]): DossierFlaw[] =>
    seen.has(act)
      ? []
      : [
          {
            what: 'receipt',
            seq,
            id: act,
            text: {
              zh: `第 ${seq} 条记录的操作 ${briefly(act)} 没有回执：回执被拿掉，或操作是加上去的`,
              en: `the act ${briefly(act)} of entry ${seq} has no receipt: it was taken out, or the act was added`,
            },
          },
        ],
  );
  return [...wrong, ...without];
}

/** An act as the log tells it. */
interface LoggedAct {
  readonly seq: number;
  /** The values that its receipt has to state. */
  readonly said: Readonly<Record<string, unknown>>;
}

// Every act leaves an entry with its kind and times; a report leaves that it began the procedure, or joined it.
function receiptedActs(entries: readonly LogEntry[]): ReadonlyMap<string, LoggedAct> {
  return new Map(
    entries.flatMap(({ seq, act, by, step, data }): (readonly [string, LoggedAct])[] => {
      if (data.kind === 'act' && act !== undefined) {
        const { act: kind, happened, received } = data;
        const said = { kind, by, step, happened: isoOf(happened), received: isoOf(received) };
        return [[act, { seq, said }]];
      }
      if (data.kind === 'started') {
        return [[`report/${data.report}`, { seq, said: { kind: 'begin', by } }]];
      }
      // One that joined by an act has the receipt of that act.
      return data.kind === 'joined' && act === undefined
        ? [[`report/${data.report}`, { seq, said: { kind: 'begin' } }]]
        : [];
    }),
  );
}

const isoOf = (instant: number): string | undefined =>
  Number.isSafeInteger(instant) ? writeMoment(instant) : undefined;

function signatureText(receipt: ReceiptView, keys: GivenKeys | undefined): Text | undefined {
  if (keys === undefined) return undefined;
  const { act, keyId } = receipt;
  const [name, key] = [briefly(act), briefly(keyId)];
  switch (judgeSignature(keys, receipt, receiptStatement(receipt))) {
    case 'fits':
      return undefined;
    case 'does-not-fit':
      return {
        zh: `回执 ${name} 的签名不符：回执被改，或是伪造的`,
        en: `the signature of receipt ${name} does not fit: it was changed or forged`,
      };
    case 'other-key':
      return {
        zh: `回执 ${name} 由密钥 ${key} 签名，它不在给出的公钥里`,
        en: `receipt ${name} is signed by the key ${key}, which is not among those given`,
      };
  }
}

interface Around {
  readonly incident: string;
  readonly entries: readonly LogEntry[];
  readonly acts: ReadonlyMap<string, LoggedAct>;
  readonly hashes: ReadonlyMap<number, string>;
  readonly isSecond: boolean;
}

function contentText(receipt: ReceiptView, around: Around): Text | undefined {
  const name = briefly(receipt.act);
  if (receipt.incident !== around.incident) {
    return {
      zh: `回执 ${name} 属于另一起警情 ${briefly(receipt.incident)}`,
      en: `receipt ${name} is of another incident, ${briefly(receipt.incident)}`,
    };
  }
  if (around.isSecond) {
    return { zh: `回执 ${name} 有两张`, en: `receipt ${name} is there twice` };
  }
  if (around.hashes.get(receipt.seq) !== receipt.hash) {
    return {
      zh: `回执 ${name} 签的是另一个第 ${receipt.seq} 条记录：记录在签发后被改或被截去`,
      en: `receipt ${name} was signed for another entry ${receipt.seq}: the log was changed or cut afterwards`,
    };
  }
  const act = around.acts.get(receipt.act);
  // A report that is told again is receipted again, without an entry of its own.
  if (act === undefined) {
    return receipt.kind === 'begin'
      ? undefined
      : {
          zh: `回执 ${name} 的操作不在记录里`,
          en: `the act of receipt ${name} is not in the log`,
        };
  }
  const other = Object.entries(act.said).find(
    ([field, value]) => receipt[field as keyof ReceiptView] !== value,
  );
  const shown = canonicalJson(shownWith(around.entries, receipt));
  const field =
    other?.[0] ?? (canonicalJson(receipt.evidence ?? []) === shown ? undefined : 'evidence');
  if (field === undefined) return undefined;
  return {
    zh: `回执 ${name} 与第 ${act.seq} 条记录不符：${field}`,
    en: `receipt ${name} does not say what entry ${act.seq} says: ${field}`,
  };
}
