const fullCodes = /^(ENOSPC|EDQUOT|EFBIG|53100)$/;

// Messages of PostgreSQL in a panic, under a code that says nothing.
const fullSaid =
  /no space left on device|disk quota exceeded|file too large|database or disk is full/i;

/** True where an error says that there is no room to write: the same works once there is. */
export function isDiskFull(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    const { code } = at as NodeJS.ErrnoException;
    if (fullCodes.test(String(code)) || fullSaid.test(at.message)) return true;
  }
  return false;
}
