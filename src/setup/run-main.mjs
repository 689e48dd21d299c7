/** Runs a script's main function; a failure is its message and exit code 1, without a stack. */
export async function runMain(main) {
  try {
    const code = await main();
    if (typeof code === 'number') process.exitCode = code;
  } catch (error) {
    process.stderr.write(`${process.env.JIECHU_DEBUG ? error.stack : error.message}\n`);
    process.exitCode = 1;
  }
}
