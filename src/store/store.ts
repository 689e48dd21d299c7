import { sql } from 'kysely';
import type { Database } from './database.ts';
import { openEmbedded } from './embedded/open-embedded.ts';
import type { Accounts } from './ports/accounts.ts';
import type { Backups } from './ports/backups.ts';
import type { ApiLog } from './ports/api-log.ts';
import type { ChangeListener } from './ports/change.ts';
import type { Devices } from './ports/devices.ts';
import type { Directory } from './ports/directory.ts';
import type { Dues } from './ports/dues.ts';
import type { Erasures } from './ports/erasures.ts';
import type { Files } from './ports/files.ts';
import type { Incidents } from './ports/incidents.ts';
import type { Log, LogHead } from './ports/log.ts';
import type { Notices } from './ports/notices.ts';
import type { Prompts } from './ports/prompts.ts';
import type { Releases } from './ports/releases.ts';
import type { Reports } from './ports/reports.ts';
import type { Sessions } from './ports/sessions.ts';
import type { SharedProcedures } from './ports/shared-procedures.ts';
import type { SettingsStore } from './ports/settings-store.ts';
import type { SignInTries } from './ports/sign-in-tries.ts';
import type { StoreFailure } from './ports/store-failure.ts';
import { openPostgres } from './postgres/open-postgres.ts';
import { backupQueries } from './queries/backup-queries.ts';
import { accountQueries } from './queries/account-queries.ts';
import { apiLogQueries } from './queries/api-log-queries.ts';
import { deviceQueries } from './queries/device-queries.ts';
import { directoryQueries } from './queries/directory-queries.ts';
import { dueQueries } from './queries/due-queries.ts';
import { erasureQueries } from './queries/erasure-queries.ts';
import { fileQueries } from './queries/file-queries.ts';
import { incidentQueries } from './queries/incident-queries.ts';
import { logHeads } from './queries/log-heads.ts';
import { logQueries } from './queries/log-queries.ts';
import { noticeQueries } from './queries/notice-queries.ts';
import { promptQueries } from './queries/prompt-queries.ts';
import { releaseQueries } from './queries/release-queries.ts';
import { reportQueries } from './queries/report-queries.ts';
import { sessionQueries } from './queries/session-queries.ts';
import { settingsQueries } from './queries/settings-queries.ts';
import { sharedProcedureQueries } from './queries/shared-procedure-queries.ts';
import { signInTryQueries } from './queries/sign-in-try-queries.ts';
import type { UnreadableRows } from './unreadable-rows.ts';

/** Everything that is kept: the logs and their projections, the inbox, the directory, accounts. */
export interface Store {
  readonly releases: Releases;
  readonly directory: Directory;
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly devices: Devices;
  readonly signInTries: SignInTries;
  readonly reports: Reports;
  readonly log: Log;
  readonly incidents: Incidents;
  readonly prompts: Prompts;
  readonly dues: Dues;
  readonly notices: Notices;
  readonly files: Files;
  readonly sharedProcedures: SharedProcedures;
  readonly erasures: Erasures;
  readonly settings: SettingsStore;
  readonly backups: Backups;
  readonly apiLog: ApiLog;
  /**
   * Of a database in a folder: nothing is written while the work goes on, and what was acknowledged is in the files of
   * the folder. Everybody else waits.
   */
  readonly still?: (<T>(work: (still: StillStore) => Promise<T>) => Promise<T>) | undefined;
  /** Rows that were left out of lists. */
  readonly unreadable: UnreadableRows;
  /** Settles when all that can be read now is on the disk: what is committed may be read a moment sooner. */
  onDisk(): Promise<void>;
  /** Calls the listener after each committed change, of any process on the same database. Gives the way to stop. */
  onChange(listener: ChangeListener): () => void;
  /** True where there is room to write. */
  hasRoom(): Promise<boolean>;
  /** Throws where the database cannot be reached. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** A database to which nothing is written just now. */
export interface StillStore {
  readonly folder: string;
  /** Where all logs end. */
  heads(): Promise<readonly LogHead[]>;
}

/** A PostgreSQL server, an embedded database in a folder of its own, or one that is gone with the process. */
export type StoreOptions =
  | { readonly databaseUrl: string; readonly connectionsMax?: number }
  | { readonly folder: string }
  | { readonly memory: true };

export type StoreOpening =
  | { readonly opened: true; readonly store: Store }
  | { readonly opened: false; readonly failure: StoreFailure };

/** Opens the store and brings its schema up to date. */
export async function openStore(options: StoreOptions): Promise<StoreOpening> {
  const database = await ('databaseUrl' in options ? openPostgres(options) : openEmbedded(options));
  if ('code' in database) return { opened: false, failure: database };
  return { opened: true, store: storeOn(database) };
}

function storeOn(database: Database): Store {
  return {
    releases: releaseQueries(database),
    directory: directoryQueries(database),
    accounts: accountQueries(database),
    sessions: sessionQueries(database),
    devices: deviceQueries(database),
    signInTries: signInTryQueries(database),
    reports: reportQueries(database),
    log: logQueries(database),
    incidents: incidentQueries(database),
    prompts: promptQueries(database),
    dues: dueQueries(database),
    notices: noticeQueries(database),
    files: fileQueries(database),
    sharedProcedures: sharedProcedureQueries(database),
    erasures: erasureQueries(database),
    settings: settingsQueries(database),
    backups: backupQueries(database),
    apiLog: apiLogQueries(database),
    still:
      database.still &&
      ((work) => database.still!((folder, db) => work({ folder, heads: () => logHeads(db) }))),
    unreadable: database.unreadable,
    onDisk: database.onDisk,
    hasRoom: database.hasRoom,
    onChange: database.onChange,
    async ping() {
      await sql`select 1`.execute(database.db);
    },
    close: database.close,
  };
}
