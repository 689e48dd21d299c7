import type { Text } from '../../model/text.ts';

/** Told where the database or Temporal is a server of its own. */
export const notEmbedded: Text = {
  zh: '数据库或 Temporal 是独立服务器：用它们自己的备份办法，见 docs/engineers/operations.md 的“Backup”',
  en: 'the database or Temporal is a server of its own: make backups by their own means, see “Backup” in docs/engineers/operations.md',
};

export const backupNotEmpty = (folder: string): Text => ({
  zh: `备份目录 ${folder} 不是空的：换一个新目录`,
  en: `the backup folder ${folder} is not empty: name a new one`,
});

export const backupInside = (folder: string): Text => ({
  zh: `备份目录 ${folder} 在数据目录里：放到别处，最好是另一块盘`,
  en: `the backup folder ${folder} lies in the data folder: name another place, best on another disk`,
});

export const backupFailed = (folder: string, error: unknown): Text => {
  const why = reason(error);
  return {
    zh: `备份 ${folder} 没有做成（${why}）：检查权限和空间，换一个目录再做`,
    en: `the backup in ${folder} was not made (${why}): check permissions and room, and make it again in another folder`,
  };
};

export const backupBusy = (folder: string): Text => ({
  zh: `备份 ${folder} 没有做成：流程历史写得太快，稍后再做`,
  en: `the backup in ${folder} was not made: the histories are written too fast, make it again later`,
});

export const notABackup = (folder: string, error: unknown): Text => ({
  zh: `${folder} 不是完整的备份（${reason(error)}）：用 jiechu backup 做成的目录`,
  en: `${folder} is no whole backup (${reason(error)}): name a folder that \`jiechu backup\` has made`,
});

/** Told of a file that is not as the manifest says. */
export const unlikeManifest = (folder: string, file: string): Text => ({
  zh: `备份 ${folder} 的 ${file} 与清单不符：被改过、缺失或多出；请用另一份备份`,
  en: `${file} in the backup ${folder} is not as its manifest says: it was changed, is missing or was added; take another backup`,
});

export const otherKeys = (folder: string, key: string): Text => ({
  zh: `数据目录 ${folder} 里没有这份备份的密钥（${key}）：先把它的 codec-keys、digest-keys、api-signing-keys、worker-signing-keys 放进去`,
  en: `the data folder ${folder} does not have the keys of this backup (${key}): first put its codec-keys, digest-keys, api-signing-keys and worker-signing-keys there`,
});

/** Told at a start after a restore that was cut short. */
export const restoreUnfinished = (folder: string): Text => ({
  zh: `数据目录 ${folder} 的恢复没有做完：再运行一次 jiechu restore`,
  en: `a restore of the data folder ${folder} was not finished: run \`jiechu restore\` again`,
});

const reason = (error: unknown): string =>
  error instanceof Error && 'code' in error
    ? String(error.code)
    : error instanceof Error
      ? error.message
      : String(error);
