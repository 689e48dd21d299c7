import { existsSync } from 'node:fs';
import { executableFromEnvironment, findExecutable, isExecutable } from './find-executable.mjs';
import { createProgress } from './progress.mjs';
import { mustRun, runCommand } from './run-command.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const packages = ['chromium', 'fonts-noto-cjk'];

/** The path of a Chromium for the browser tests. */
export async function provideChromium({ log = createProgress() } = {}) {
  const given =
    executableFromEnvironment('CHROMIUM_PATH') ?? findExecutable(names) ?? (await playwrights());
  if (given) return given;
  const asRoot = await rootPrefix();
  if (!existsSync('/etc/debian_version') || !findExecutable(['apt-get']) || !asRoot) {
    throw new Error('no Chromium: install Chromium or Chrome, or point CHROMIUM_PATH to it');
  }
  await log.step("installing Debian's Chromium and Chinese fonts", async () => {
    await apt(asRoot, ['update']);
    await apt(asRoot, ['install', '-y', '--no-install-recommends', ...packages]);
  });
  const installed = findExecutable(names);
  if (!installed) throw new Error('apt-get installed Chromium, but it is not on the PATH');
  return installed;
}

async function playwrights() {
  const { chromium } = await import('playwright-core');
  const path = chromium.executablePath();
  return isExecutable(path) ? path : undefined;
}

/** The words to put before a command to run it as root, or undefined if we may not. */
async function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  const { code } = await runCommand('sudo', ['-n', 'true']);
  return code === 0 ? ['sudo', '-n'] : undefined;
}

function apt(asRoot, args) {
  const [command, ...rest] = [
    ...asRoot,
    'env',
    'DEBIAN_FRONTEND=noninteractive',
    'apt-get',
    ...args,
  ];
  return mustRun(command, rest);
}
