/**
 * Gives an answer that comes within so many milliseconds; nothing where it is late. Its timer ends with the answer: one
 * that is left behind keeps a process alive that has nothing more to do.
 */
export async function within<T>(answer: Promise<T>, milliseconds: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
