const codeLinesMax = 300;
const vagueName = /^(utils?|helpers?|common|misc)(\.|$)/;
const codeFile = /\.(ts|tsx|mjs|cjs|js|css|sql|sh)$/;
const textFile = /\.(ts|tsx|mjs|cjs|js|json|css|sql|sh|html|md|ya?ml|cedar|txt)$|(^|\/)[^.]+$/;
const docFile = /\.(ts|tsx|mjs)$/;
const questionInPlace =
  /^ *\/\*\*(?: |\n *\* )(?<word>What|Who|Whose|Whom|Whether|How|Nothing|Nobody)\b/gm;
// Kept apart from the words around them, so that this file does not find itself.
const machinePath = new RegExp(
  `(^|[^\\w./@*-])/(${['work', 'root', 'home/[a-z]'].join('|')})[^\\s'"]*/`,
);
const registryHost = new RegExp(
  ['registry.npmjs', 'proxy.golang', 'repo1?.maven', 'pypi', 'index.crates', 'artifactory']
    .map((host) => `${host.replaceAll('.', '\\.')}\\.`)
    .join('|'),
);

/** The faults of one file: lines of text, none if it is fine. */
export function tidyFile({ file, text }) {
  return [
    ...nameProblems(file),
    ...lengthProblems(file, text),
    ...placeProblems(file, text),
    ...commentProblems(file, text),
    ...timerProblems(file, text),
  ];
}

function nameProblems(file) {
  const vague = file.split('/').find((part) => vagueName.test(part));
  return vague ? [`${file}: \`${vague}\` says nothing: name it after what it holds`] : [];
}

function lengthProblems(file, text) {
  if (!codeFile.test(file)) return [];
  const count = text.split('\n').filter((line) => !/^\s*($|\/\/|\/?\*|--)/.test(line)).length;
  return count > codeLinesMax ? [`${file}: ${count} lines of code, at most ${codeLinesMax}`] : [];
}

function placeProblems(file, text) {
  if (!textFile.test(file)) return [];
  return text.split('\n').flatMap((line, index) => {
    const at = `${file}:${index + 1}`;
    if (machinePath.test(line)) return [`${at}: a path of one machine`];
    if (registryHost.test(line)) return [`${at}: the host of a package registry`];
    return [];
  });
}

// A doc comment says the thing, with a subject and a verb or as a name for it; a question in its place has to be answered.
function commentProblems(file, text) {
  if (!docFile.test(file)) return [];
  return [...text.matchAll(questionInPlace)].map(({ index, groups }) => {
    const line = text.slice(0, index).split('\n').length;
    return `${file}:${line}: a doc comment begins with \`${groups.word}\`: say the thing itself`;
  });
}

// The race is over, the timer is not: a process with nothing left to do stays alive until it is.
function timerProblems(file, text) {
  if (!docFile.test(file)) return [];
  return [...text.matchAll(/Promise\.race(?:<[^(]*>)?\(\[([\s\S]*?)\]\)[;,.)]/g)]
    .filter(([, raced]) => /\b(sleep|setTimeout)\(/.test(raced) && !/\bref: false\b/.test(raced))
    .map(({ index }) => {
      const line = text.slice(0, index).split('\n').length;
      return `${file}:${line}: a timer outlives this race: use \`within\` (src/worker/within.ts)`;
    });
}

/** The tree in the README (between its two markers) names every folder at the top, and no other. */
export function tidyReadme({ readme, files }) {
  const tree = /<!-- tree -->([\s\S]*?)<!-- \/tree -->/.exec(readme)?.[1];
  if (tree === undefined) return ['README.md: no `<!-- tree -->` … `<!-- /tree -->`'];
  const real = new Set(
    files
      .filter((file) => file.includes('/') && !file.startsWith('.'))
      .map((file) => file.split('/')[0]),
  );
  const named = new Set(
    [...tree.matchAll(/^(?:[├└]── |[-*] )?`?([\w.-]+)\//gm)].map(([, name]) => name),
  );
  return [
    ...[...real]
      .filter((name) => !named.has(name))
      .map((name) => `README.md: the tree lacks ${name}/`),
    ...[...named]
      .filter((name) => !real.has(name))
      .map((name) => `README.md: there is no ${name}/`),
  ];
}
