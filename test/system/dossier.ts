import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Dossier } from '../../src/contract/dossier-contract.ts';
import type { Officer } from './officer.ts';
import { runProgram, temporaryFolder, type Finished } from './system.ts';

/** The dossier of an incident as it is exported, and what `jiechu verify` says of the file with the keys that are trusted. */
export async function verifyDossier(
  by: Officer,
  incident: string,
  key: string,
): Promise<{ readonly dossier: Dossier; readonly verified: Finished }> {
  const dossier = await by.read<Dossier>(`/api/incidents/${incident}/dossier`);
  const file = join(temporaryFolder(), `${incident}.json`);
  writeFileSync(file, JSON.stringify(dossier));
  const asked = ['verify', file, '--key', key, '--lang', 'en'];
  return { dossier, verified: await runProgram(asked) };
}
