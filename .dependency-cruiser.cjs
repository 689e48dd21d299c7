// Who may import whom, bottom layer first. ARCHITECTURE.md shows the same table as a picture.
const core = ['model', 'diagnostics', 'conditions'];
const layers = {
  model: [],
  diagnostics: ['model'],
  conditions: ['model'],
  procedure: ['model'],
  machine: ['model', 'conditions', 'procedure'],
  load: ['model', 'diagnostics'],
  compile: [...core, 'procedure', 'machine'],
  decide: [...core, 'procedure'],
  simulate: [...core, 'procedure', 'machine', 'compile', 'decide'],
  analyse: [...core, 'procedure', 'machine', 'compile', 'simulate'],
  contract: ['model'],
  store: ['model', 'diagnostics', 'contract'],
  worker: [...core, 'procedure', 'machine', 'load', 'compile', 'decide', 'store', 'contract'],
  api: [...core, 'procedure', 'contract', 'store', 'worker', 'load', 'compile', 'decide'],
  web: ['model', 'conditions', 'procedure', 'machine', 'contract'],
  cli: [
    ...core,
    ...['procedure', 'machine', 'load', 'compile', 'decide', 'simulate', 'analyse'],
    ...['contract', 'store', 'worker', 'api'],
  ],
  setup: [],
};
const pure =
  'model|diagnostics|conditions|procedure|machine|compile|decide|simulate|analyse|contract';
const npm = ['npm', 'npm-dev', 'npm-no-pkg', 'npm-unknown'];
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const layerRules = Object.entries(layers).map(([layer, uses]) => {
  const allowed = [layer, ...uses];
  return forbid(
    `layer-${layer}`,
    `src/${layer} may import only: ${allowed.join(', ')}.`,
    { path: `^src/${layer}/` },
    { path: '^src/', pathNot: `^src/(${allowed.join('|')})/` },
  );
});

const workflowRules = [
  forbid(
    'workflows-see-the-machine-only',
    'Workflow code is replayed: reach everything else through an activity.',
    { path: '^workflows/' },
    { path: '^(src|rules|standards|test)/', pathNot: '^src/(model|conditions|procedure|machine)/' },
  ),
  forbid(
    'workflows-npm-allowlist',
    'Only @temporalio/workflow, @temporalio/common, xstate and @noble/hashes run in the sandbox.',
    { path: '^workflows/' },
    {
      dependencyTypes: [...npm, 'core'],
      pathNot: 'node_modules/(@temporalio/(workflow|common)|xstate|@noble/hashes)/',
    },
  ),
  forbid(
    'sandbox-never-reaches-io',
    'Something reachable from workflows/ does IO or could break replay when upgraded.',
    { path: '^workflows/' },
    {
      reachable: true,
      path: '^(node:)?(fs|path|crypto|http|https|net|os|vm|child_process|worker_threads)(/|$)|node_modules/(ajv|yaml|json-rules-engine|pg|kysely)/',
    },
  ),
  forbid(
    'only-worker-hosts-workflows',
    'api sends messages through src/worker/client; it never imports a workflow.',
    { path: '^src/', pathNot: '^src/worker/' },
    { path: '^workflows/' },
  ),
];

// A package that only one folder may touch, so that it can be replaced or upgraded in one place.
const onlyIn = (name, home, packages) =>
  forbid(
    name,
    `${packages} is used only in ${home}.`,
    { path: '^(src|workflows)/', pathNot: `^(${home})` },
    { path: `node_modules/(${packages})/` },
  );

const packageRules = [
  onlyIn('ajv-only-in-load', 'src/load/', 'ajv|ajv-formats'),
  onlyIn('json-rules-engine-only-in-decide', 'src/decide/', 'json-rules-engine'),
  onlyIn(
    'temporal-worker-only-in-worker',
    'src/worker/|src/setup/bundle-workflows\\.mjs',
    '@temporalio/worker',
  ),
  forbid(
    'sources-are-types-at-run-time',
    'The schemas in src/model/source load TypeBox, half of the time of `check`: import only their types.',
    { path: '^src/', pathNot: '^src/(model/source/|load/source-schemas\\.ts)' },
    { path: '^src/model/source/', dependencyTypesNot: ['type-only'] },
  ),
  forbid(
    'setup-runs-before-the-packages',
    'npm start installs the packages: what it loads may need none. Load one with import() instead.',
    { path: '^src/setup/', pathNot: '^src/setup/(gates/|bundle-workflows|sdk-download-run)' },
    { dependencyTypes: npm, dynamic: false },
  ),
];

module.exports = {
  forbidden: [
    ...layerRules,
    ...workflowRules,
    ...packageRules,
    forbid(
      'no-unknown-layer',
      'Every file under src/ belongs to a layer of this table.',
      { path: '^src/', pathNot: `^src/(${Object.keys(layers).join('|')})/` },
      {},
    ),
    forbid(
      'pure-core-has-no-io',
      'The core also runs in the simulator and the browser: pass IO and the clock in.',
      { path: `^src/(${pure})/` },
      { dependencyTypes: ['core'] },
    ),
    forbid(
      'not-to-tests',
      'The program does not import its tests.',
      { path: '^(src|workflows)/' },
      { path: '^test/' },
    ),
    forbid(
      'resolvable',
      'An import that cannot be resolved cannot be judged by the other rules.',
      {},
      { couldNotResolve: true },
    ),
    forbid(
      'no-circular',
      'Two modules that import each other are one module.',
      {},
      { circular: true },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true, // type-only imports count as dependencies too
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
