import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  truncateSync,
  writeSync,
} from 'node:fs';

/**
 * The knowledge of the drill as lines of JSON: what was sent, what was answered, what was killed. Each line is on the
 * disk before the drill goes on, so that it never knows less than it was told.
 */
export const openJournal = (file) => {
  const lines = read(file);
  const descriptor = openSync(file, 'a');
  return {
    lines,
    write(line) {
      writeSync(descriptor, `${JSON.stringify(line)}\n`);
      fsyncSync(descriptor);
    },
    close: () => closeSync(descriptor),
  };
};

// A line that was cut short was never acted upon.
const read = (file) => {
  if (!existsSync(file)) return [];
  const text = readFileSync(file, 'utf8');
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  if (whole.length < text.length) truncateSync(file, Buffer.byteLength(whole));
  return whole
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
};
