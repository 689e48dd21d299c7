/** Runs the tasks, at most `limit` at a time, and returns their results in the tasks' order. */
export async function runLimited(limit, tasks) {
  const results = new Array(tasks.length);
  let next = 0;
  const runner = async () => {
    while (next < tasks.length) {
      const index = next++;
      results[index] = await tasks[index]();
    }
  };
  await Promise.all(Array.from({ length: limit }, runner));
  return results;
}
