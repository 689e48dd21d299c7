import type { AnchorRecord } from '../../contract/anchor-contract.ts';
import type { ChainEnd } from '../../contract/dossier-contract.ts';
import { chainStart, chainedHash } from '../chained-hash.ts';
import { verifyChain, type ChainBreak } from '../verify-chain.ts';
import { anchorLines } from './anchor-lines.ts';

/** Everything that anchors say by now: the last anchored head of each log. */
export class Anchored {
  /** The last record; 0 and 64 zeros before the first. */
  last: ChainEnd = { seq: 0, hash: chainStart };
  at = '';
  /** The hash of the first record: of which anchors this is. */
  chain = '';
  readonly heads = new Map<string, ChainEnd>();
  apiLog: ChainEnd | undefined;
  /** The last record that says when an earlier one was there, and what had been told before it needs no stamp. */
  stamped: ChainEnd = { seq: 0, hash: chainStart };
  /** The first record that is not as it was written: what follows it says nothing. */
  broken: ChainBreak | undefined;
  /** The byte up to which the file was read. */
  end = 0;

  /** Reads what has been added to the file. */
  async catchUp(file: string): Promise<void> {
    for await (const { record, end } of anchorLines(file, this.end)) {
      if (this.broken !== undefined) return;
      // The chain holds without a line that is no record, or breaks at the next one.
      if (record !== undefined) this.broken = this.take(record);
      this.end = end;
    }
  }

  /** Adds a record, or says why it does not go on from the last. */
  take(record: AnchorRecord): ChainBreak | undefined {
    const broken = verifyChain([unsigned(record)], this.last);
    if (broken !== undefined) return broken;
    this.last = { seq: record.seq, hash: record.hash };
    this.at = record.at;
    if (record.seq === 1) this.chain = record.hash;
    const { data } = record;
    if (data.kind === 'stamped') {
      this.stamped = this.last;
      return undefined;
    }
    for (const [incident, head] of Object.entries(data.incidents)) this.heads.set(incident, head);
    this.apiLog = data.apiLog ?? this.apiLog;
    return undefined;
  }
}

const unsigned = ({ signature: _signature, ...record }: AnchorRecord) => record;

/** The hash of a record: over all of it but its hash and signature. */
export const anchorHash = (record: Omit<AnchorRecord, 'hash' | 'signature'>): string =>
  chainedHash(record);
