import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { executableFromEnvironment, findExecutable, isExecutable } from './find-executable.mjs';
import { cacheFolder } from './places.mjs';
import { createProgress } from './progress.mjs';
import { mustRun } from './run-command.mjs';
import { sdkDownload } from './sdk-download.mjs';

// Later tags of the CLI cannot be installed by `go install`: they carry a replace directive.
const version = 'v1.5.1';
const exe = process.platform === 'win32' ? 'temporal.exe' : 'temporal';

/** The path of a Temporal CLI, whose dev server the embedded system runs. */
export async function provideTemporalCli({ log = createProgress() } = {}) {
  const given = executableFromEnvironment('TEMPORAL_CLI') ?? findExecutable([exe]);
  if (given) return given;
  const built = cacheFolder('temporal-cli', version, exe);
  if (isExecutable(built)) return built;
  return (await sdkDownload({ kind: 'dev-server', log })) ?? (await buildFromGo(built, log));
}

async function buildFromGo(target, log) {
  const go = findExecutable(['go']) ?? findExecutable(['go'], ['/usr/local/go/bin']);
  if (!go) {
    throw new Error(
      'no Temporal CLI: install it (https://docs.temporal.io/cli) or point TEMPORAL_CLI to it, ' +
        'or install Go 1.24 or later to have it built',
    );
  }
  // Built beside its place and moved there whole, so that a build cut short leaves nothing behind.
  const folder = cacheFolder('temporal-cli', `${version}.${process.pid}`);
  mkdirSync(folder, { recursive: true });
  try {
    await log.step(`building the Temporal CLI ${version} from source, once (about 4 minutes)`, () =>
      mustRun(go, ['install', `github.com/temporalio/cli/cmd/temporal@${version}`], {
        env: { ...process.env, GOBIN: folder },
      }),
    );
    mkdirSync(cacheFolder('temporal-cli', version), { recursive: true });
    renameSync(join(folder, exe), target);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return target;
}
