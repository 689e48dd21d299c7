import { relative } from 'node:path';
import ts from 'typescript';

/**
 * The compiler's programs of several tsconfig files, and which of our files imports which. What occurs in two programs
 * is parsed once: declarations of packages are most of the text.
 */
export function createPrograms(root, configs) {
  const parsed = new Map();
  const imports = new Map();
  const programs = configs.map((config) => createProgram({ root, config, parsed, imports }));
  return { programs, imports };
}

function createProgram({ root, config, parsed, imports }) {
  const { options, fileNames, errors } = ts.getParsedCommandLineOfConfigFile(config, undefined, {
    ...ts.sys,
    getCurrentDirectory: () => root,
    onUnRecoverableConfigFileDiagnostic: (problem) => {
      throw new Error(ts.flattenDiagnosticMessageText(problem.messageText, '\n'));
    },
  });
  const host = ts.createCompilerHost(options);
  host.jsDocParsingMode = ts.JSDocParsingMode.ParseForTypeErrors;
  const parse = host.getSourceFile;
  host.getSourceFile = (name, how, ...rest) => {
    const key = JSON.stringify([name, how]);
    if (!parsed.has(key)) parsed.set(key, parse.call(host, name, how, ...rest));
    return parsed.get(key);
  };
  const resolutions = ts.createModuleResolutionCache(root, (name) => name, options);
  host.resolveModuleNameLiterals = (literals, from, redirect, itsOptions, source) =>
    literals.map((literal) => {
      const mode = ts.getModeForUsageLocation(source, literal, itsOptions);
      const found = ts.resolveModuleName(
        literal.text,
        from,
        itsOptions,
        host,
        resolutions,
        redirect,
        mode,
      );
      if (!isOurs(from)) return found;
      if (!imports.has(from)) imports.set(from, new Set());
      const file = found.resolvedModule?.resolvedFileName;
      if (file && isOurs(file)) imports.get(from).add(file);
      return found;
    });
  return ts.createProgram({
    rootNames: fileNames,
    options,
    host,
    configFileParsingDiagnostics: errors,
  });
}

/** True for a file, given by its full path, that is written here. */
export const isOurs = (file) => !file.includes('/node_modules/');

/** A file as people read it. */
export const shortName = (root, file) => relative(root, file).replaceAll('\\', '/');
