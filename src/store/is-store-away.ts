const awayCodes =
  /^(08...|57P0[1-3]|53300|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH)$/;

// Messages of the driver that have no code.
const awaySaid = /connection terminated|timeout exceeded when trying to connect|connection error/i;

/** True where an error says that the database cannot be reached for now: the same may work later. */
export function isStoreAway(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (awayCodes.test(String((at as NodeJS.ErrnoException).code)) || awaySaid.test(at.message)) {
      return true;
    }
  }
  return false;
}
