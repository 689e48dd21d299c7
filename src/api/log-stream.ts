/** Where the server's log goes. A log that cannot be written, as on a full disk, must not end what it tells of. */
export const logStream = {
  write(line: string): void {
    try {
      process.stderr.write(line);
    } catch {
      // A file: it says so at once.
    }
  },
};
