import { runCommand } from './run-command.mjs';

/**
 * PostgreSQL refuses to run as root: then it runs as `postgres`, or as `nobody` where there is no
 * such user. The result are options for a child process; for anyone but root they are empty.
 */
export async function unprivilegedUser() {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = await Promise.all(
      ['-u', '-g'].map((flag) => runCommand('id', [flag, name])),
    );
    if (uid.code === 0 && gid.code === 0)
      return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  }
  throw new Error('cannot start PostgreSQL as root: there is no user postgres or nobody');
}
