/** Stops parts, the last one first. One that fails to stop keeps none of the others running; its error is thrown at the end. */
export const stopEach = async (stops: (() => Promise<void>)[]): Promise<void> => {
  const errors: unknown[] = [];
  for (let each = stops.pop(); each !== undefined; each = stops.pop()) {
    await each().catch((error: unknown) => errors.push(error));
  }
  if (errors.length > 0) throw errors[0];
};
