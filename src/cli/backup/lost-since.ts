import { AnchorFile } from '../../store/anchors/anchor-file.ts';
import type { LogHead } from '../../store/ports/log.ts';

/** The numbers of incidents and entries that were anchored and that a backup does not have. */
export interface Lost {
  readonly incidents: number;
  readonly entries: number;
}

/** Counts what anchors know of that is later than where logs end. */
export const lostSince = async (anchors: string, heads: readonly LogHead[]): Promise<Lost> => {
  const file = await AnchorFile.read(anchors);
  const ends = new Map(heads.map(({ incident, seq }) => [incident, seq]));
  const more = [...file.anchored.heads]
    .map(([incident, { seq }]) => seq - (ends.get(incident) ?? 0))
    .filter((entries) => entries > 0);
  await file.close();
  return { incidents: more.length, entries: more.reduce((sum, entries) => sum + entries, 0) };
};
