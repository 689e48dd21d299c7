import { buildProgram } from './build-program.mjs';
import { provideChromium } from './chromium.mjs';
import { installPackages } from './install-packages.mjs';
import { checkNodeVersion } from './node-version.mjs';
import { providePostgres } from './postgres.mjs';
import { createProgress } from './progress.mjs';
import { runChecks } from './run-checks.mjs';
import { runDeep } from './run-deep.mjs';
import { runMain } from './run-main.mjs';
import { runPolicyTests } from './run-policy-tests.mjs';
import { runVitest } from './run-vitest.mjs';
import { provideTemporalCli } from './temporal-cli.mjs';
import { provideTimeSkippingServer } from './time-skipping-server.mjs';

// `npm test [-- --skip-check] [vitest's arguments]`: sets everything up and runs every test but the long ones.
// With vitest's arguments (a file name, `--project unit`) the policy's own tests are left out.
// `--deep` runs the long tests alone, `--then-deep` both: the long ones as far as the minutes allow that
// JIECHU_TEST_MINUTES gives to all together (60).
const ours = ['--skip-check', '--deep', '--then-deep'];
const began = Date.now();
const log = createProgress();
const total = { passed: 0, failed: 0, failures: [] };
let postgres;

await runMain(async () => {
  const args = process.argv.slice(2);
  const vitestArgs = args.filter((arg) => !ours.includes(arg));
  const isDeepAlone = args.includes('--deep');
  stopOnSignals();
  try {
    checkNodeVersion();
    await installPackages({ log });
    const environment = await setUp();
    if (!isDeepAlone) await runOrdinary(vitestArgs, environment, args.includes('--skip-check'));
    if (isDeepAlone) count(await runDeep({ log, environment, args: vitestArgs }));
    if (args.includes('--then-deep'))
      count(await runDeep({ log, environment, deadline: deadline() }));
  } catch (error) {
    couldNotRun(error);
  } finally {
    await postgres?.stop();
  }
  // Named once more at the end: what fails in the middle of an hour of output is not found again.
  for (const failure of total.failures) log.line(`✗ ${failure}`);
  log.line(`${total.passed} passed, ${total.failed} failed`);
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
});

async function runOrdinary(vitestArgs, environment, skipsCheck) {
  if (!skipsCheck) count(await runChecks({ log }));
  const args = vitestArgs.length === 0 ? ['--project=!deep'] : vitestArgs;
  count(await runVitest({ args, environment }));
  if (vitestArgs.length === 0) count(await runPolicyTests({ log, environment }));
}

function deadline() {
  const minutes = Number(process.env.JIECHU_TEST_MINUTES || 60);
  if (!(minutes >= 0)) throw new Error('JIECHU_TEST_MINUTES is a number of minutes');
  return began + minutes * 60_000;
}

/** Provides what the tests need. A thing that cannot be provided counts as a failure, and the rest still runs. */
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

function count({ passed, failed, failures }) {
  total.passed += passed;
  total.failed += failed;
  total.failures.push(...failures);
}

function couldNotRun(error) {
  log.line(`✗ ${process.env.JIECHU_DEBUG ? error.stack : error.message}`);
  count({ passed: 0, failed: 1, failures: [error.message] });
}

function stopOnSignals() {
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, async () => {
      await postgres?.stop();
      process.exit(130);
    });
  }
}
