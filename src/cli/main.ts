#!/usr/bin/env node
import { Command, CommanderError, Option } from 'commander';
import { chooseLanguage } from './choose-language.ts';
import { backupCommand, restoreCommand } from './commands/backup.ts';
import { checkCommand } from './commands/check.ts';
import { doctorCommand } from './commands/doctor.ts';
import { repairCommand } from './commands/repair.ts';
import { eraseCommand } from './commands/erase.ts';
import { explainCommand } from './commands/explain.ts';
import { graphCommand } from './commands/graph.ts';
import { intakeCommand } from './commands/intake.ts';
import { keysCommand } from './commands/keys.ts';
import { officersCommand } from './commands/officers.ts';
import { releaseCommand } from './commands/release.ts';
import { apiCommand, workerCommand } from './commands/serve.ts';
import { simulateCommand } from './commands/simulate.ts';
import { migrateCommand, rebuildCommand } from './commands/tend.ts';
import { testCommand } from './commands/test.ts';
import { upCommand } from './commands/up.ts';
import { verifyCommand } from './commands/verify.ts';
import type { RegisterCommand } from './register-command.ts';
import { printable } from './printable.ts';
import { jiechuVersion } from './jiechu-version.ts';
import { styleHelp } from './style-help.ts';
import { WrongUse } from './wrong-use.ts';
import { wrongUseText } from './wrong-use-text.ts';

// A verb's file registers it and loads nothing heavy: the work is imported when the verb runs.
const commands: readonly RegisterCommand[] = [
  checkCommand,
  testCommand,
  explainCommand,
  simulateCommand,
  graphCommand,
  releaseCommand,
  intakeCommand,
  officersCommand,
  verifyCommand,
  doctorCommand,
  repairCommand,
  eraseCommand,
  upCommand,
  workerCommand,
  apiCommand,
  keysCommand,
  migrateCommand,
  rebuildCommand,
  backupCommand,
  restoreCommand,
];

const lang = chooseLanguage(process.argv.slice(2), process.env);
const program = new Command('jiechu')
  .description(
    {
      zh: '接处：接警和处警标准的检查、编译和运行',
      en: 'Handling standards, checked, compiled and run',
    }[lang],
  )
  .enablePositionalOptions()
  .exitOverride()
  .configureOutput({ outputError: () => undefined })
  .configureHelp(styleHelp(lang))
  .usage({ zh: '<动词> [选项]', en: '<verb> [options]' }[lang])
  .helpOption('-h, --help', { zh: '显示说明', en: 'show help' }[lang])
  .helpCommand('help [verb]', { zh: '显示一个动词的说明', en: 'show the help of a verb' }[lang])
  .version(jiechuVersion(), '-V, --version', { zh: '显示版本', en: 'show the version' }[lang])
  .addOption(
    new Option('--lang <zh|en>', { zh: '语言', en: 'language' }[lang]).choices(['zh', 'en']),
  );
for (const command of commands) command(program, lang);

// A reader that has seen enough (`jiechu check | head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});
// Neither is a log that has no room.
process.stderr.on('error', () => {});

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitStatus(error);
}

/** 2 for wrong use, with one line that says what is wrong; never a stack trace unless asked for. */
function exitStatus(error: unknown): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    // Without a verb commander has shown the help already.
    if (error.code !== 'commander.help') complain(wrongUseText(error.code, error.message)[lang]);
  } else if (error instanceof WrongUse) {
    complain(error.text[lang]);
  } else {
    complain(
      error instanceof Error ? (error.message.split('\n', 1)[0] ?? error.name) : String(error),
    );
    if (process.env['JIECHU_DEBUG']) console.error(error);
  }
  return 2;
}

function complain(line: string): void {
  process.stderr.write(`jiechu: ${printable(line)}\n`);
}
