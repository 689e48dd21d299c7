import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, repositoryRoot } from './places.mjs';
import { runCommand } from './run-command.mjs';

const names = { 'dev-server': 'temporal-sdk-', 'time-skipping': 'temporal-test-server-sdk-' };

/**
 * Lets the Temporal SDK download one of its two servers into the cache and returns its path.
 * The SDK downloads only as part of starting the server, so it is started and stopped once, in a
 * process of its own. Where its download host cannot be reached this fails at once.
 */
export async function sdkDownload({ kind, log, root = repositoryRoot }) {
  const folder = cacheFolder('sdk-download');
  const earlier = downloaded(folder, kind);
  if (earlier) return earlier;
  mkdirSync(folder, { recursive: true });
  const script = join(root, 'src/setup/sdk-download-run.mjs');
  const { code } = await log.step(`asking the Temporal SDK for its ${kind} download`, () =>
    runCommand(process.execPath, [script, kind, folder], { cwd: root }),
  );
  const path = downloaded(folder, kind);
  if (code === 0 && path) return path;
  log.line('  not available from here');
  return undefined;
}

// The SDK writes to a name with `.downloading` at the end first.
function downloaded(folder, kind) {
  if (!existsSync(folder)) return undefined;
  const name = readdirSync(folder).find(
    (file) => file.startsWith(names[kind]) && !file.includes('.downloading'),
  );
  return name && join(folder, name);
}
