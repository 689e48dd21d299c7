const steps = ['B', 'kB', 'MB', 'GB'];

/** A number of bytes as people read it: `512 B`, `3.4 MB`. */
export function formatSize(bytes: number): string {
  let [size, step] = [bytes, 0];
  while (size >= 1024 && step < steps.length - 1) [size, step] = [size / 1024, step + 1];
  return `${step > 0 && size < 10 ? size.toFixed(1) : Math.round(size)} ${steps[step]}`;
}
