import type { StoreFailure } from './ports/store-failure.ts';

/** Another living process has the folder. */
export const dataLocked = (folder: string, pid: number): StoreFailure => ({
  code: 'data-locked',
  message: {
    zh: `数据目录 \`${folder}\` 正被进程 ${pid} 使用：请先停止该进程，或用 --data 换一个目录`,
    en: `the data folder \`${folder}\` is in use by process ${pid}: stop that process first, or choose another folder with --data`,
  },
});

/** A process of another machine or container had the folder: whether it lives cannot be seen from here. */
export const dataLockedElsewhere = (folder: string, host: string, lock: string): StoreFailure => ({
  code: 'data-locked',
  message: {
    zh: `数据目录 \`${folder}\` 由主机 \`${host}\` 上的进程占用：请先在该主机停止它；确认已停止后删除 \`${lock}\``,
    en: `the data folder \`${folder}\` belongs to a process on host \`${host}\`: stop it there; once it surely has stopped, delete \`${lock}\``,
  },
});

/** Told where a lock does not say which process holds it. */
export const lockDamaged = (lock: string): StoreFailure => ({
  code: 'data-damaged',
  message: {
    zh: `锁文件 \`${lock}\` 已损坏，看不出由谁占用：请确认没有 jiechu 或 Temporal 进程在用该目录，然后删除此文件再启动`,
    en: `the lock \`${lock}\` is damaged and does not tell who has the folder: make sure that no jiechu and no Temporal process uses it, then delete this file and start again`,
  },
});

export const dataUnwritable = (folder: string, error: unknown): StoreFailure => ({
  code: 'data-unwritable',
  message: {
    zh: `无法写入数据目录 \`${folder}\`（${reason(error)}）：请检查权限和磁盘空间，或用 --data 换一个目录`,
    en: `cannot write to the data folder \`${folder}\` (${reason(error)}): check its permissions and the disk space, or choose another folder with --data`,
  },
});

export const dataDamaged = (folder: string, error: unknown): StoreFailure => ({
  code: 'data-damaged',
  message: {
    zh: `数据目录 \`${folder}\` 已损坏，无法打开（${reason(error)}）：请用备份恢复该目录，或用 --data 换一个目录`,
    en: `the data in \`${folder}\` is damaged and cannot be opened (${reason(error)}): restore the folder from a backup, or choose another folder with --data`,
  },
});

export const dataForeign = (folder: string): StoreFailure => ({
  code: 'data-damaged',
  message: {
    zh: `文件夹 \`${folder}\` 里有别的文件，而没有数据库：请用 --data 选一个空文件夹，或用备份恢复`,
    en: `the folder \`${folder}\` holds other files and no database: choose an empty folder with --data, or restore it from a backup`,
  },
});

export const databaseAddress = (): StoreFailure => ({
  code: 'database-address',
  message: {
    zh: 'DATABASE_URL 不是有效的地址：应形如 postgres://用户:密码@主机:5432/数据库',
    en: 'DATABASE_URL is not a valid address: it should look like postgres://user:password@host:5432/database',
  },
});

export const databaseUnreachable = (where: string, error: unknown): StoreFailure => ({
  code: 'database-unreachable',
  message: {
    zh: `无法使用数据库 \`${where}\`（${reason(error)}）：请检查 DATABASE_URL，以及服务器是否运行、用户和数据库是否存在`,
    en: `cannot use the database at \`${where}\` (${reason(error)}): check DATABASE_URL, and that the server runs and has this user and database`,
  },
});

export const schemaNewer = (names: readonly string[]): StoreFailure => ({
  code: 'schema-newer',
  message: {
    zh: `数据由更新版本的 jiechu 写成（${names.join('、')}）：请使用该版本或更新的版本`,
    en: `the data was written by a newer jiechu (${names.join(', ')}): use that version or a later one`,
  },
});

export const migrationFailed = (error: unknown): StoreFailure => ({
  code: 'migration-failed',
  message: {
    zh: `数据库结构升级失败，数据未改动（${reason(error)}）：请把此行报告给维护人员，并继续使用旧版本`,
    en: `the database could not be brought up to date and is unchanged (${reason(error)}): report this line to the maintainers and keep using the old version`,
  },
});

/** The first line of an error; its code where it has no words (several addresses that all refuse). */
function reason(error: unknown): string {
  const { message, code, name } =
    error instanceof Error
      ? (error as NodeJS.ErrnoException)
      : { message: String(error), code: undefined, name: '' };
  // The message of an embedded database that gives up ends in advice to those who compile it.
  const [line = ''] = message.replace(/ Build with .*/, '').split('\n');
  return (line || code || name).slice(0, 200);
}
