import type { Migration } from 'kysely';
import { initial } from './001-initial.ts';
import { wantedSteps } from './002-wanted-steps.ts';
import { files } from './003-files.ts';
import { releaseSignatures } from './004-release-signatures.ts';
import { incidentSearch } from './004-incident-search.ts';
import { askedSteps } from './005-asked-steps.ts';
import { doors } from './006-doors.ts';
import { backups } from './007-backups.ts';
import { sharedProcedures } from './008-shared-procedures.ts';
import { erasures } from './009-erasures.ts';

/** All migrations in their order. One that has been released is never edited: add another. */
export const migrations: Readonly<Record<string, Migration>> = {
  '001-initial': initial,
  '002-wanted-steps': wantedSteps,
  '003-files': files,
  '004-release-signatures': releaseSignatures,
  '004-incident-search': incidentSearch,
  '005-asked-steps': askedSteps,
  '006-doors': doors,
  '007-backups': backups,
  '008-shared-procedures': sharedProcedures,
  '009-erasures': erasures,
};
