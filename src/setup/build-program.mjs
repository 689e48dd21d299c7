import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { hashFiles, listFiles } from './hash-files.mjs';
import { repositoryRoot } from './places.mjs';
import { mustRun } from './run-command.mjs';

const pure = ['model', 'diagnostics', 'conditions', 'procedure', 'machine'].map(
  (folder) => `src/${folder}`,
);
const settings = ['package-lock.json', 'tsconfig.json', 'src/setup/build-program.mjs'];

/** True for a file that the program reads at run time beside its code: schemas, Cedar policies, SQL. */
const isAsset = (file) => /\.(json|cedar|cedarschema|sql)$/.test(file);

// Each part is built anew when one of its sources changed, and only then.
const parts = [
  {
    name: 'code',
    title: 'building the program',
    needs: 'src',
    sources: ['src', 'workflows', 'tsconfig.build.json'],
    keep: (file) => !/^src\/(web|setup)\//.test(file),
    build: buildCode,
  },
  {
    name: 'bundle',
    title: 'bundling the workflows',
    needs: 'workflows/index.ts',
    sources: ['workflows', ...pure, 'src/setup/bundle-workflows.mjs'],
    build: (root) => mustRun(process.execPath, ['src/setup/bundle-workflows.mjs'], { cwd: root }),
  },
  {
    name: 'web',
    title: 'building the pages',
    needs: 'src/web/index.html',
    sources: ['src/web', ...pure, 'src/contract', 'vite.config.ts'],
    build: (root) =>
      mustRun(process.execPath, [bin('vite', 'bin/vite.js'), 'build'], { cwd: root }),
  },
];

/** Builds what has changed since the last build into dist/. */
export async function buildProgram({ log, root = repositoryRoot, force = false }) {
  mkdirSync(join(root, 'dist'), { recursive: true });
  const stamps = force ? {} : readStamps(root);
  for (const part of parts) {
    if (!existsSync(join(root, part.needs))) continue;
    const files = [...listFiles(root, part.sources, part.keep), ...listFiles(root, settings)];
    const hash = hashFiles(root, files);
    if (stamps[part.name] === hash) continue;
    // The stamp goes first and comes back last: a build that was cut short is done again.
    writeStamps(root, { ...stamps, [part.name]: undefined });
    await log.step(part.title, () => part.build(root));
    stamps[part.name] = hash;
    writeStamps(root, stamps);
  }
}

async function buildCode(root) {
  // A file that was deleted or renamed must not live on in dist.
  for (const folder of ['dist/src', 'dist/workflows']) {
    rmSync(join(root, folder), { recursive: true, force: true });
  }
  await mustRun(process.execPath, [bin('typescript', 'bin/tsc'), '-p', 'tsconfig.build.json'], {
    cwd: root,
  });
  const assets = listFiles(
    root,
    ['src'],
    (file) => isAsset(file) && !/^src\/(web|setup)\//.test(file),
  );
  for (const file of assets) {
    mkdirSync(dirname(join(root, 'dist', file)), { recursive: true });
    cpSync(join(root, file), join(root, 'dist', file));
  }
  // npm makes a program executable once, when it links it: one that is built anew has to be made so here.
  const { bin: programs } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  for (const file of Object.values(programs)) chmodSync(join(root, file), 0o755);
}

const bin = (name, path) => join('node_modules', name, path);
const stampFile = (root) => join(root, 'dist/.build.json');

function readStamps(root) {
  try {
    return JSON.parse(readFileSync(stampFile(root), 'utf8'));
  } catch {
    return {};
  }
}

function writeStamps(root, stamps) {
  writeFileSync(stampFile(root), `${JSON.stringify(stamps, undefined, 2)}\n`);
}
