/** Refuses a Node.js that the packages do not run on, before anything else fails in its own words. */
export function checkNodeVersion(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const fine = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
  if (!fine)
    throw new Error(`jiechu needs Node.js 20.19 or later, or 22.12 or later: this is ${version}`);
}
