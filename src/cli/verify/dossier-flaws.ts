import { createHash, createPublicKey, verify, type KeyObject } from 'node:crypto';
import type { Dossier } from '../../contract/dossier-contract.ts';
import { canonicalJson } from '../../model/canonical-json.ts';
import { sha256Hex } from '../../machine/sha256-hex.ts';
import type { LogData, LogEntry } from '../../model/log-entry.ts';
import type { Text } from '../../model/text.ts';
import { signedBytes } from '../../api/receipt-signature.ts';
import { verifyChain } from '../../store/verify-chain.ts';

/** Something in a dossier that is not as it was written. */
export interface DossierFlaw {
  readonly what: 'entry' | 'head' | 'receipt' | 'key' | 'personal' | 'file';
  /** The log entry it is about. */
  readonly seq?: number;
  /** The act of a receipt, the fact of a personal value, the path of a file. */
  readonly id?: string;
  readonly text: Text;
}

/** All that is wrong with a dossier: the chain to its first break, each receipt, each opening. `trustedKey` is PEM. */
export function dossierFlaws(dossier: Dossier, trustedKey?: string): readonly DossierFlaw[] {
  const entries = dossier.entries.filter(isEntry);
  if (entries.length < dossier.entries.length) {
    const seq = dossier.entries.findIndex((entry) => !isEntry(entry)) + 1;
    return [{ what: 'entry', seq, text: breakTexts.altered(seq) }];
  }
  return [
    ...chainFlaws(entries, dossier),
    ...receiptFlaws(dossier, entries, trustedKey),
    ...personalFlaws(dossier, entries),
  ];
}

/** Whether something in a dossier is an entry at all. */
export const isEntry = (value: unknown): value is LogEntry =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as Partial<LogEntry>).data === 'object' &&
  (value as Partial<LogEntry>).data !== null;

const breakTexts = {
  missing: (seq: number): Text => ({
    zh: `第 ${seq} 条记录不在应在的位置：缺失、重复或顺序被改`,
    en: `entry ${seq} is not where it belongs: missing, doubled or moved`,
  }),
  altered: (seq: number): Text => ({
    zh: `第 ${seq} 条记录的内容被改：与它的哈希不符`,
    en: `entry ${seq} was altered: its content does not have its hash`,
  }),
  unlinked: (seq: number): Text => ({
    zh: `第 ${seq} 条记录没有接在前一条上：其中一条被换过`,
    en: `entry ${seq} does not point to the one before: one of the two was replaced`,
  }),
} as const;

function chainFlaws(entries: readonly LogEntry[], { head }: Dossier): readonly DossierFlaw[] {
  const broken = verifyChain(entries);
  if (broken)
    return [{ what: 'entry', seq: broken.seq, text: breakTexts[broken.what](broken.seq) }];
  const last = entries.at(-1);
  if ((last?.seq ?? 0) === head.seq && (last?.hash ?? '0'.repeat(64)) === head.hash) return [];
  return [
    {
      what: 'head',
      seq: head.seq,
      text: {
        zh: `链尾应为第 ${head.seq} 条，记录到第 ${last?.seq ?? 0} 条为止：尾部被截去或添加`,
        en: `the chain should end at entry ${head.seq}, but ends at ${last?.seq ?? 0}: its end was cut off or added to`,
      },
    },
  ];
}

function receiptFlaws(
  { incident, key, receipts }: Dossier,
  entries: readonly LogEntry[],
  trustedKey: string | undefined,
): readonly DossierFlaw[] {
  const publicKey = readKey(trustedKey ?? key.publicKey);
  if (!publicKey)
    return [{ what: 'key', text: { zh: '公钥读不出来', en: 'the public key cannot be read' } }];
  const keyId = createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16);
  const hashes = new Map(entries.map(({ seq, hash }) => [seq, hash]));
  const foreign: readonly DossierFlaw[] =
    keyId === key.id
      ? []
      : [
          {
            what: 'key',
            text: {
              zh: `公钥不是 ${key.id}，而是 ${keyId}`,
              en: `the public key is not ${key.id} but ${keyId}`,
            },
          },
        ];
  return [
    ...foreign,
    ...receipts.flatMap((receipt): DossierFlaw[] => {
      const { act, seq, hash, signature } = receipt;
      const about = { what: 'receipt' as const, seq, id: act };
      if (
        !verify(
          null,
          signedBytes({ incident, act, seq, hash }),
          publicKey,
          Buffer.from(signature, 'base64'),
        )
      ) {
        return [
          {
            ...about,
            text: {
              zh: `回执 ${act} 的签名不符`,
              en: `the signature of receipt ${act} does not fit`,
            },
          },
        ];
      }
      if (hashes.get(seq) === hash) return [];
      return [
        {
          ...about,
          text: {
            zh: `回执 ${act} 签的是另一个第 ${seq} 条记录：记录在签发后被改`,
            en: `receipt ${act} was signed for another entry ${seq}: the log was changed afterwards`,
          },
        },
      ];
    }),
  ];
}

function readKey(pem: string): KeyObject | undefined {
  try {
    return createPublicKey(pem);
  } catch {
    return undefined;
  }
}

// Answers commit to personal values, and so does what is offered to a second person.
function committedIn(data: LogData): readonly (readonly [fact: string, commitment: string])[] {
  if (data.kind === 'step') return Object.entries(data.row.pending?.commitments ?? {});
  return data.kind === 'fact' && data.commitment !== undefined
    ? [[data.fact, data.commitment]]
    : [];
}

function personalFlaws(
  { personal }: Dossier,
  entries: readonly LogEntry[],
): readonly DossierFlaw[] {
  const committed = new Map(
    entries.flatMap(({ seq, data }) =>
      committedIn(data).map(([fact, commitment]) => [commitment, { seq, fact }] as const),
    ),
  );
  return personal.flatMap(({ commitment, salt, fact, value }): DossierFlaw[] => {
    const at = committed.get(commitment);
    if (at?.fact !== fact) {
      const text = {
        zh: `记录里没有 ${fact} 的这项承诺`,
        en: `no entry commits to this value of ${fact}`,
      };
      return [{ what: 'personal', id: fact, text }];
    }
    // As the interpreter makes it: SHA-256 over the fact's own salt and the value.
    if (sha256Hex(`${salt}:${canonicalJson(value)}`) === commitment) return [];
    const text = {
      zh: `${fact} 的值与第 ${at.seq} 条记录的承诺不符`,
      en: `the value of ${fact} is not what entry ${at.seq} commits to`,
    };
    return [{ what: 'personal', seq: at.seq, id: fact, text }];
  });
}
