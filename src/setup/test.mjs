import { buildProgram } from './build-program.mjs';
import { provideChromium } from './chromium.mjs';
import { installPackages } from './install-packages.mjs';
import { checkNodeVersion } from './node-version.mjs';
import { providePostgres } from './postgres.mjs';
import { createProgress } from './progress.mjs';
import { runChecks } from './run-checks.mjs';
import { runMain } from './run-main.mjs';
import { runPolicyTests } from './run-policy-tests.mjs';
import { runVitest } from './run-vitest.mjs';
import { provideTemporalCli } from './temporal-cli.mjs';
import { provideTimeSkippingServer } from './time-skipping-server.mjs';

// `npm test [-- --skip-check] [vitest's arguments]`: sets everything up and runs every test.
// With vitest's arguments (a file name, `--project unit`) the policy's own tests are left out.
const log = createProgress();
const total = { passed: 0, failed: 0 };
let postgres;

await runMain(async () => {
  const args = process.argv.slice(2);
  const vitestArgs = args.filter((arg) => arg !== '--skip-check');
  stopOnSignals();
  try {
    checkNodeVersion();
    await installPackages({ log });
    const environment = await setUp();
    if (!args.includes('--skip-check')) count(await runChecks({ log }));
    count(await runVitest({ args: vitestArgs, environment }));
    if (vitestArgs.length === 0) count(await runPolicyTests({ log, environment }));
  } catch (error) {
    couldNotRun(error);
  } finally {
    await postgres?.stop();
  }
  log.line(`${total.passed} passed, ${total.failed} failed`);
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
});

/** What cannot be provided counts as a failure and the rest still runs. */
async function setUp() {
  const attempt = async (provide) => {
    try {
      return await provide({ log });
    } catch (error) {
      couldNotRun(error);
      return undefined;
    }
  };
  await attempt(buildProgram);
  const found = {
    TEMPORAL_CLI: await attempt(provideTemporalCli),
    TEMPORAL_TEST_SERVER: await attempt(provideTimeSkippingServer),
    CHROMIUM_PATH: await attempt(provideChromium),
  };
  postgres = await attempt(providePostgres);
  return { ...process.env, ...found, TEST_DATABASE_URL: postgres?.url };
}

function count({ passed, failed }) {
  total.passed += passed;
  total.failed += failed;
}

function couldNotRun(error) {
  log.line(`✗ ${process.env.JIECHU_DEBUG ? error.stack : error.message}`);
  count({ passed: 0, failed: 1 });
}

function stopOnSignals() {
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, async () => {
      await postgres?.stop();
      process.exit(130);
    });
  }
}
