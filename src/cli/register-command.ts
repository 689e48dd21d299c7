import type { Command } from 'commander';
import type { Language } from '../diagnostics/language.ts';

/** Adds a verb to the program; what a person reads is in the chosen language. */
export type RegisterCommand = (program: Command, lang: Language) => void;
